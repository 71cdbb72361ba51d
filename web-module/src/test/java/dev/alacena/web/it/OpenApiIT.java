package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alacena.web.openapi.Document;
import dev.alacena.web.openapi.ExampleCall;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The document is served, and the application is as it says; {@link Client} holds every answer of all tests to it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class OpenApiIT {

    /** Fields of examples that name what there may not be here. */
    private static final Set<String> OF_OTHERS = Set.of("assigneeId", "categoryId", "currentPassword");

    private final Client nobody = Client.nobody();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    @Test
    void theDocumentIsServedToEverybody() {
        Answer answer = nobody.get("/openapi");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(new String(Document.bytes(), StandardCharsets.UTF_8));
        assertThat(answer.header("Content-Type")).isEqualTo("application/json");
        assertThat(nobody.get("/openapi?format=yaml").body()).isEqualTo(answer.body());
    }

    @Test
    void whoHasTheDocumentGetsItNotAgain() {
        String tag = nobody.get("/openapi").header("ETag");
        Answer again = nobody.get("/openapi", "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.header("ETag")).isEqualTo(tag);
        assertThat(nobody.get("/openapi", "If-None-Match", "\"another\"").status())
                .isEqualTo(200);
    }

    @Test
    void theDocumentIsNotChangedByAnybody() {
        for (String method : new String[] {"POST", "PUT", "DELETE"}) {
            assertThat(nobody.send(method, "/openapi", BodyPublishers.noBody()).status())
                    .isEqualTo(405);
        }
    }

    @Test
    void everyOperationUnderstandsTheExamplesOfTheDocument() {
        Client administrator = new Client();
        for (ExampleCall call : ExampleCall.all()) {
            // what ends sessions or changes passwords does so to somebody else than the administrator of the other
            // tests
            Client client = call.tag().equals("auth") ? Login.ofNewUser().client() : administrator;
            Answer answer = call.body().isEmpty()
                    ? client.send(call.verb(), call.path(), BodyPublishers.noBody())
                    : client.send(
                            call.verb(),
                            call.path(),
                            BodyPublishers.ofString(call.body()),
                            "Content-Type",
                            "application/json");
            assertThat(answer.status()).as("%s", call).isNotIn(405, 406, 413, 415, 503);
            if (answer.status() == 400) {
                assertThat(fields(answer)).as("%s", call).isNotEmpty().isSubsetOf(OF_OTHERS);
            }
        }
    }

    private static Set<String> fields(Answer refused) {
        Set<String> fields = new TreeSet<>();
        for (JsonNode error : refused.json().path("errors")) {
            fields.add(error.path("field").asText());
        }
        return fields;
    }
}
