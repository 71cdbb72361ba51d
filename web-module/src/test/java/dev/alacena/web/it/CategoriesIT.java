package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Categories are the same for all, few, and changed by administrators. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class CategoriesIT {

    private static final String PATH = "/api/v1/categories";

    private final Client client = new Client();
    private final Client user = Login.ofNewUser().client();
    private final Counts counts = new Counts();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    private static String category(String name) {
        return "{\"name\":\"%s\",\"color\":\"#1E90ff\"}".formatted(name);
    }

    private long newCategory() {
        return client.post(PATH, category(Client.unusedName()))
                .json()
                .path("id")
                .asLong();
    }

    private List<String> names() {
        return StreamSupport.stream(user.get(PATH).json().spliterator(), false)
                .map(one -> one.path("name").asText())
                .toList();
    }

    @Test
    void aNewCategoryIsAnsweredWithItsLocationAndIsInTheList() {
        String name = Client.unusedName();
        Answer created = client.post(PATH, category("  " + name + " "));
        assertThat(created.status()).isEqualTo(201);
        long id = created.json().path("id").asLong();
        assertThat(created.header("Location")).endsWith(PATH + "/" + id);
        assertThat(created.body()).isEqualTo("{\"id\":%d,\"name\":\"%s\",\"color\":\"#1e90ff\"}".formatted(id, name));
        assertThat(user.get(PATH).body()).contains(created.body());
    }

    @Test
    void theListIsOrderedByNameWithoutRegardToCase() {
        String name = Client.unusedName();
        for (String end : new String[] {"b", "A", "C"}) {
            client.post(PATH, category(name + end));
        }
        assertThat(names()).containsSubsequence(name + "A", name + "b", name + "C");
    }

    @Test
    void theListIsOneStatementAndTheSecondTimeNone() {
        newCategory();
        counts.mark();
        String first = user.get(PATH).body();
        assertThat(counts.statements()).isEqualTo(1);
        counts.mark();
        Answer second = user.get(PATH);
        assertThat(second.body()).isEqualTo(first);
        assertThat(second.header("X-Cache")).isEqualTo("HIT");
        assertThat(counts.statements()).isZero();
    }

    @Test
    void aNameIsTakenInAnyCase() {
        String name = Client.unusedName();
        long id = client.post(PATH, category(name)).json().path("id").asLong();
        String taken = "[{\"field\":\"name\",\"message\":\"is taken\"}]";
        String upper = category(name.toUpperCase(Locale.ROOT));
        client.post(PATH, upper).isProblem(409, "Conflict", "Another one has the same.", taken);
        client.put(PATH + "/" + newCategory(), upper).isProblem(409, "Conflict", "Another one has the same.", taken);
        assertThat(client.put(PATH + "/" + id, upper).status()).isEqualTo(200);
        assertThat(names()).contains(name.toUpperCase(Locale.ROOT)).doesNotContain(name);
    }

    @Test
    void ofTwoWhoChangeWhatBothSawTheSecondIsRefused() {
        Answer created = client.post(PATH, category(Client.unusedName()));
        String path = PATH + "/" + created.json().path("id").asLong();
        String seen = created.header("ETag");
        assertThat(client.put(path, category(Client.unusedName()), "If-Match", seen)
                        .status())
                .isEqualTo(200);
        client.put(path, category(Client.unusedName()), "If-Match", seen)
                .isProblem(412, "Precondition Failed", "It has been changed since it was read: read it again.", "");
    }

    @Test
    void whatIsNoCategoryIsRefusedWithTheFieldNamed() {
        String name = "must be 1 to 50 characters, none of them a control character";
        String color = "must be a colour such as #1e90ff";
        for (String bad : new String[] {"", " ", "x".repeat(51), "a\\nb", "a\\u0000b", "\\ud800"}) {
            client.post(PATH, category(bad)).refuses("name", name);
        }
        for (String bad : new String[] {"", "#12345", "#1234567", "red", "#12345g"}) {
            client.post(PATH, "{\"name\":\"fine\",\"color\":\"%s\"}".formatted(bad))
                    .refuses("color", color);
        }
        client.put(PATH + "/x", category("fine")).refuses("id", "must be a whole number from 1 to 999999999999999999");
        client.put(PATH + "/999999999999999999", category("fine"))
                .isProblem(404, "Not Found", "There is no such category.", "");
        client.delete(PATH + "/999999999999999999").isProblem(404, "Not Found", "There is no such category.", "");
    }

    @Test
    void habitsOutliveTheirCategoryWithoutOneAndOthersStayCached() {
        long category = newCategory();
        String body = "{\"name\":\"run\",\"categoryId\":%d,\"targetPerWeek\":3}".formatted(category);
        String sorted = "/api/v1/habits/" + Planted.habit(user, body);
        String other = "/api/v1/habits/" + Planted.habit(user, "{\"name\":\"walk\",\"targetPerWeek\":3}");
        Client stranger = Login.ofNewUser().client();
        stranger.get("/api/v1/habits");
        user.get("/api/v1/habits");
        user.get(other);
        JsonNode before = user.get(sorted).json();
        assertThat(before.path("categoryId").asLong()).isEqualTo(category);
        assertThat(client.put(PATH + "/" + category, category(Client.unusedName()))
                        .status())
                .isEqualTo(200);
        assertThat(user.get(sorted).header("X-Cache")).isEqualTo("HIT");
        assertThat(client.delete(PATH + "/" + category).status()).isEqualTo(204);
        assertThat(user.get(sorted).json().has("categoryId")).isFalse();
        assertThat(user.get("/api/v1/habits").body()).doesNotContain("categoryId");
        assertThat(user.get(other).header("X-Cache")).isEqualTo("HIT");
        assertThat(stranger.get("/api/v1/habits").header("X-Cache")).isEqualTo("HIT");
        user.post("/api/v1/habits", body).refuses("categoryId", "must be the id of a category");
    }

    @Test
    void aCategoryThatGoesMeanwhileIsNone() {
        long category = newCategory();
        String body = "{\"name\":\"run\",\"categoryId\":%d,\"targetPerWeek\":3}".formatted(category);
        Planted.whileUncommitted(
                        "delete from categories where id = ?", category, () -> user.post("/api/v1/habits", body))
                .refuses("categoryId", "must be the id of a category");
    }

    @Test
    void whoDeletesACategoryWaitsForThoseWhoAreAboutToSortByIt() {
        long category = newCategory();
        long habit = Planted.habit(user, "{\"name\":\"run\",\"targetPerWeek\":3}");
        Answer deleted = Planted.whileUncommitted(
                "select id from categories where id = ? for key share",
                category,
                () -> client.delete(PATH + "/" + category));
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(user.get("/api/v1/habits/" + habit).status()).isEqualTo(200);
    }
}
