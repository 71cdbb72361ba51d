package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Posts, comments and content statistics are what {@code rest-api} says. */
@Timeout(60)
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class PostsIT {

    private static final String POSTS = "/api/v1/posts";
    private static final String NO_POST = "There is no such post.";
    private static final String NOT_ALLOWED = "This is not allowed to the caller.";

    private final Login author = Login.ofNewUser();
    private final Login reader = Login.ofNewUser();
    private final Counts counts = new Counts();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    private static String body(String title, String content) {
        return "{\"title\":\"%s\",\"content\":\"%s\"}".formatted(title, content);
    }

    private static JsonNode write(Login login, String title) {
        Answer created = login.client().post(POSTS, body(title, "About " + title));
        assertThat(created.status()).isEqualTo(201);
        return created.json();
    }

    private static String path(JsonNode post) {
        return POSTS + "/" + post.path("id").asLong();
    }

    private static JsonNode comment(Login login, JsonNode post, String content) {
        Answer created = login.client().post(path(post) + "/comments", "{\"content\":\"%s\"}".formatted(content));
        assertThat(created.status()).isEqualTo(201);
        return created.json();
    }

    private String statistics(Login of) {
        return reader.client()
                .get("/api/v1/users/%d/content-stats".formatted(of.user()))
                .body();
    }

    private static String written(Login by, int posts, int comments) {
        return "{\"userId\":%d,\"postsCount\":%d,\"commentsCount\":%d}".formatted(by.user(), posts, comments);
    }

    private Answer listOf(Login login, String parameters) {
        return reader.client().get("/api/v1/users/%d/posts%s".formatted(login.user(), parameters));
    }

    @Test
    void aNewPostIsTheCallersAndIsThereForEverybody() {
        Answer created = author.client().post(POSTS, body(" Bread ", " Flour,\\nwater. "));
        assertThat(created.status()).isEqualTo(201);
        JsonNode post = created.json();
        assertThat(created.header("Location")).endsWith(path(post));
        assertThat(post.fieldNames())
                .toIterable()
                .containsExactly("id", "authorId", "title", "content", "createdAt", "updatedAt");
        assertThat(post.path("authorId").asLong()).isEqualTo(author.user());
        assertThat(post.path("title").asText()).isEqualTo("Bread");
        assertThat(post.path("content").asText()).isEqualTo("Flour,\nwater.");
        assertThat(reader.client().get(path(post)).body()).isEqualTo(created.body());
    }

    @Test
    void aPostIsChangedByItsAuthorAndAdministratorsAndByNobodyElse() {
        JsonNode post = write(author, "Tea");
        String seen = reader.client().get(path(post)).header("ETag");
        reader.client().put(path(post), body("Mine", "now")).isProblem(403, "Forbidden", NOT_ALLOWED, "");
        reader.client().delete(path(post)).isProblem(403, "Forbidden", NOT_ALLOWED, "");
        Answer winner = author.client().put(path(post), body("Green tea", "Hot."), "If-Match", seen);
        assertThat(winner.status()).isEqualTo(200);
        assertThat(new Client()
                        .put(path(post), body("Late", "too"), "If-Match", seen)
                        .status())
                .isEqualTo(412);
        assertThat(reader.client().get(path(post)).body()).isEqualTo(winner.body());
        assertThat(listOf(author, "").json().path(0).path("title").asText()).isEqualTo("Green tea");
        assertThat(new Client().put(path(post), body("Tea", "Moderated.")).status())
                .isEqualTo(200);
        assertThat(new Client().delete(path(post)).status()).isEqualTo(204);
        reader.client().get(path(post)).isProblem(404, "Not Found", NO_POST, "");
        author.client().delete(path(post)).isProblem(404, "Not Found", NO_POST, "");
    }

    @Test
    void theListOfAUserHasTheNewestFirstWithTheBeginningOfEachContent() {
        String long1 = "é".repeat(199) + "\\uD83C\\uDF5E" + "tail";
        author.client().post(POSTS, body("first", long1));
        write(author, "second");
        JsonNode third = write(author, "third");
        Answer page = listOf(author, "?limit=2");
        assertThat(page.header("X-Total-Count")).isEqualTo("3");
        assertThat(page.header("Link")).contains("skip=2&limit=2>; rel=\"next\"");
        assertThat(page.json().path(0)).isEqualTo(third);
        assertThat(page.json().path(1).path("title").asText()).isEqualTo("second");
        String preview =
                listOf(author, "?skip=2").json().path(0).path("content").asText();
        assertThat(preview).isEqualTo("é".repeat(199) + "\uD83C\uDF5E");
        assertThat(listOf(author, "?skip=9").header("X-Total-Count")).isEqualTo("3");
        IntStream.range(0, 9).forEach(i -> write(author, "more " + i));
        assertThat(listOf(author, "").json()).hasSize(10);
    }

    @Test
    void commentsAreListedOldestFirstAndTakenOutByTheirAuthors() {
        JsonNode post = write(author, "Salt");
        String list = path(post) + "/comments";
        assertThat(reader.client().get(list).body()).isEqualTo("[]");
        JsonNode one = comment(reader, post, "How much?");
        JsonNode two = comment(author, post, "A pinch.");
        assertThat(one.fieldNames()).toIterable().containsExactly("id", "postId", "authorId", "content", "createdAt");
        Answer all = reader.client().get(list);
        assertThat(all.json()).containsExactly(one, two);
        assertThat(all.header("X-Total-Count")).isEqualTo("2");
        String path = "/api/v1/comments/" + one.path("id").asLong();
        author.client().delete(path).isProblem(403, "Forbidden", NOT_ALLOWED, "");
        assertThat(reader.client().delete(path).status()).isEqualTo(204);
        reader.client().delete(path).isProblem(404, "Not Found", "There is no such comment.", "");
        assertThat(reader.client().get(list).json()).containsExactly(two);
    }

    @Test
    void statisticsCountPostsAndCommentsEachByThemselves() {
        assertThat(statistics(author)).isEqualTo(written(author, 0, 0));
        JsonNode post = write(author, "Oil");
        write(author, "Olives");
        Stream.of("a", "b", "c").forEach(text -> comment(author, post, text));
        comment(reader, post, "d");
        assertThat(statistics(author)).isEqualTo(written(author, 2, 3));
        assertThat(statistics(reader)).isEqualTo(written(reader, 0, 1));
        author.client().delete(path(post));
        assertThat(statistics(author)).isEqualTo(written(author, 1, 0));
        assertThat(statistics(reader)).isEqualTo(written(reader, 0, 0));
    }

    @Test
    void withAUserGoPostsAndCommentsAlsoFromTheCaches() {
        JsonNode gone = write(author, "Gone");
        JsonNode stays = write(reader, "Stays");
        comment(reader, gone, "on what goes");
        comment(author, stays, "from who goes");
        Client client = reader.client();
        Stream.of(path(gone), path(gone) + "/comments", path(stays) + "/comments")
                .forEach(path -> assertThat(client.get(path).status()).isEqualTo(200));
        assertThat(statistics(reader)).isEqualTo(written(reader, 1, 1));
        assertThat(listOf(author, "").json()).hasSize(1);
        assertThat(new Client().delete("/api/v1/users/" + author.user()).status())
                .isEqualTo(204);
        client.get(path(gone)).isProblem(404, "Not Found", NO_POST, "");
        client.get(path(gone) + "/comments").isProblem(404, "Not Found", NO_POST, "");
        assertThat(client.get(path(stays) + "/comments").body()).isEqualTo("[]");
        assertThat(statistics(reader)).isEqualTo(written(reader, 1, 0));
        listOf(author, "").isProblem(404, "Not Found", "There is no such user.", "");
        client.get("/api/v1/users/%d/content-stats".formatted(author.user()))
                .isProblem(404, "Not Found", "There is no such user.", "");
    }

    @Test
    void whatIsReadAgainCostsNoStatementAndAListOneOrTwoIfItGoesOn() {
        JsonNode post = write(author, "Counted");
        IntStream.range(0, 5).forEach(i -> comment(reader, post, "comment " + i));
        List<String> paths = List.of(
                path(post),
                path(post) + "/comments",
                "/api/v1/users/%d/posts".formatted(author.user()),
                "/api/v1/users/%d/content-stats".formatted(author.user()));
        paths.forEach(path -> reader.client().get(path));
        counts.mark();
        paths.forEach(path ->
                assertThat(reader.client().get(path).header("X-Cache")).as(path).isEqualTo("HIT"));
        assertThat(counts.statements()).isZero();
        counts.mark();
        assertThat(reader.client().get(path(post) + "/comments?limit=4").json()).hasSize(4);
        assertThat(counts.statements()).isEqualTo(2);
        counts.mark();
        assertThat(listOf(author, "?limit=9").json()).hasSize(1);
        assertThat(counts.statements()).isEqualTo(1);
    }

    @Test
    void aCommentInvalidatesThatPostAndItsAuthorsStatisticsAndNothingElse() {
        JsonNode one = write(author, "One");
        JsonNode other = write(author, "Other");
        List<String> untouched = List.of(
                path(one),
                path(other) + "/comments",
                "/api/v1/users/%d/posts".formatted(author.user()),
                "/api/v1/users/%d/content-stats".formatted(author.user()));
        untouched.forEach(path -> reader.client().get(path));
        reader.client().get(path(one) + "/comments");
        statistics(reader);
        comment(reader, one, "new");
        untouched.forEach(path ->
                assertThat(reader.client().get(path).header("X-Cache")).as(path).isEqualTo("HIT"));
        assertThat(reader.client().get(path(one) + "/comments").json()).hasSize(1);
        assertThat(statistics(reader)).isEqualTo(written(reader, 0, 1));
    }

    @Test
    void aPostThatIsReadBeforeItExistsIsThereWhenItDoes() {
        long next = write(author, "Before").path("id").asLong() + 1;
        reader.client().get(POSTS + "/" + next).isProblem(404, "Not Found", NO_POST, "");
        JsonNode post = write(author, "There");
        assertThat(reader.client().get(path(post)).json()).isEqualTo(post);
    }

    @Test
    void ofACommentAndTheDeletionOfItsPostAtOnceBothAreAnswered() throws Exception {
        for (int round = 0; round < 10; round++) {
            JsonNode post = write(author, "Contested " + round);
            CompletableFuture<Answer> comment = CompletableFuture.supplyAsync(
                    () -> reader.client().post(path(post) + "/comments", "{\"content\":\"quick\"}"));
            assertThat(author.client().delete(path(post)).status()).isEqualTo(204);
            assertThat(comment.get(30, TimeUnit.SECONDS).status()).isIn(201, 404);
            reader.client().get(path(post) + "/comments").isProblem(404, "Not Found", NO_POST, "");
        }
        assertThat(statistics(reader)).isEqualTo(written(reader, 0, 0));
    }

    @Test
    void whatCannotBeIsRefusedWithTheFieldNamed() {
        JsonNode post = write(author, "Good");
        String title = "must be 1 to 200 characters, none of them a control character";
        String content = "must be 1 to 20000 characters, no control characters but tabs and line ends";
        String comment = "must be 1 to 2000 characters, no control characters but tabs and line ends";
        Client client = author.client();
        for (String wrong : List.of("", "  ", "a\\u0000b", "a\\nb", "\\uD83C", "x".repeat(201))) {
            client.post(POSTS, body(wrong, "text")).refuses("title", title);
        }
        for (String wrong : List.of("", "\\n", "a\\u0007b", "\\uDF5E", "x".repeat(20_001))) {
            client.post(POSTS, body("title", wrong)).refuses("content", content);
            client.put(path(post), body("title", wrong)).refuses("content", content);
        }
        client.post(path(post) + "/comments", "{\"content\":\"%s\"}".formatted("x".repeat(2001)))
                .refuses("content", comment);
        client.post(path(post) + "/comments", "{}").refuses("content", comment);
        assertThat(client.post(POSTS, body("t".repeat(200), "\\uD83C\\uDF5E".repeat(5000)))
                        .status())
                .isEqualTo(201);
        for (String id : List.of("0", "-1", "x", "1e3")) {
            client.get(POSTS + "/" + id).refuses("id", "must be a whole number from 1 to 999999999999999999");
        }
        client.get(path(post) + "/comments?limit=0").refuses("limit", "must be a whole number from 1 to 1000");
        listOf(author, "?limit=1001").refuses("limit", "must be a whole number from 1 to 1000");
        client.post(POSTS + "/999999999999/comments", "{\"content\":\"x\"}").isProblem(404, "Not Found", NO_POST, "");
        assertThat(client.get(path(post)).json()).isEqualTo(post);
    }
}
