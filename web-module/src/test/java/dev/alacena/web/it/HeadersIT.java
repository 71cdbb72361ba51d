package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The headers of answers where the caches are to be silent. */
@Timeout(60)
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class HeadersIT {

    private static final String USERS = "/api/v1/users";

    private static final List<String> OF_THE_CACHES = List.of("X-Cache", "X-Cache-Time", "Cache-Status", "Age");

    private final Client client = new Client();

    @Deployment(testable = false)
    static WebArchive war() {
        String settings =
                """
                # above the settings that all tests share
                config_ordinal=500
                web.cache-headers=false
                """;
        return Wars.alacena().addAsResource(new StringAsset(settings), "META-INF/microprofile-config.properties");
    }

    private Answer get(String path) {
        return client.sendToTheServer("GET", path, BodyPublishers.noBody());
    }

    @Test
    void noAnswerTellsWhatTheCachesHadWhereTheyAreToBeSilent() {
        String user = USERS + "/" + client.newUser(Client.unusedName());
        String statistics = user.replace("users", "stats/users");
        for (String path : List.of(user, user, USERS + "?limit=1", user + "/tasks", statistics)) {
            Answer answer = get(path);
            assertThat(answer.status()).isEqualTo(200);
            for (String header : OF_THE_CACHES) {
                assertThat(answer.header(header)).as(header).isEmpty();
            }
        }
        assertThat(get(user).header("ETag")).isNotEmpty();
        assertThat(get(user).header("Cache-Control")).isEqualTo("private, no-cache");
    }
}
