package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bad input gets the right problem, stores nothing, and leaves no warning in the log. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class BadInputIT {

    private static final String NOT_JSON = "The body is not well-formed JSON.";
    private static final String NOT_AN_OBJECT = "The body must be a JSON object.";
    private static final String NOT_AN_ID = "must be a whole number from 1 to 999999999999999999";
    private static final String NOT_AN_ADDRESS = "must be an e-mail address of 254 characters at most";
    private static final String NOT_A_LIMIT = "must be a whole number from 1 to 1000";
    private static final String NOT_A_SKIP = "must be a whole number from 0 to 2147483647";

    private final Client client = new Client();
    private final ServerLog log = new ServerLog();
    private String total = "";

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    @BeforeEach
    void remember() {
        total = total();
        log.mark();
    }

    @AfterEach
    void nothingIsStoredAndNothingIsLoggedAboveInfo() {
        assertThat(total()).isEqualTo(total);
        assertThat(log.complaints()).isEmpty();
    }

    private String total() {
        return client.get("/api/v1/users?limit=1").header("X-Total-Count");
    }

    @Test
    void anUnknownPathIsNotFound() {
        for (String path : List.of("/", "/nothing", "/api/v1", "/api/v1/nothing", "/api/v1/users/1/2", "/problem")) {
            client.get(path).isProblem(404, "Not Found", "There is nothing here.", "");
        }
    }

    @Test
    void anUnknownIdIsNotFound() {
        String path = "/api/v1/users/999999999999999999";
        client.get(path).isProblem(404, "Not Found", "There is no such user.", "");
        client.delete(path).isProblem(404, "Not Found", "There is no such user.", "");
        client.put(path, Client.user(Client.unusedName())).isProblem(404, "Not Found", "There is no such user.", "");
    }

    @Test
    void aMalformedIdIsRefusedWithTheFieldNamed() {
        for (String id : List.of("abc", "0", "-1", "+1", "01", "1.0", "1e3", "9999999999999999999", "%20", "%D9%A1")) {
            client.get("/api/v1/users/" + id).refuses("id", NOT_AN_ID);
            client.delete("/api/v1/users/" + id).refuses("id", NOT_AN_ID);
        }
    }

    @Test
    void aMalformedAddressInThePathIsRefusedWithTheFieldNamed() {
        for (String email :
                List.of("nobody", "@", "a@", "@b", "a@b@c", "a%0A@b.c", "%C3%A9@b.c", "a".repeat(260) + "@b.c")) {
            client.get("/api/v1/users/by-email/" + email).refuses("email", NOT_AN_ADDRESS);
        }
    }

    @Test
    void aPartOfTheListThatCannotBeIsRefusedWithTheFieldNamed() {
        for (String limit : List.of("0", "1001", "-1", "ten", "", "1.5", "99999999999999999999")) {
            client.get("/api/v1/users?limit=" + limit).refuses("limit", NOT_A_LIMIT);
        }
        for (String skip : List.of("-1", "x", "2147483648")) {
            client.get("/api/v1/users?skip=" + skip).refuses("skip", NOT_A_SKIP);
        }
    }

    @Test
    void malformedJsonIsRefused() {
        for (String body :
                List.of("{\"username\":", "{'a':1}", "{\"a\":1,\"a\":2}", "nonsense", "{\"a\":" + "[".repeat(5000))) {
            client.post(body).isProblem(400, "Bad Request", NOT_JSON, "");
        }
    }

    @Test
    void aBodyThatIsNotOneObjectIsRefused() {
        for (String body : List.of("", "null", "[]", "\"text\"", "5", "{} {}")) {
            client.post(body).isProblem(400, "Bad Request", NOT_AN_OBJECT, "");
        }
    }

    @Test
    void aMemberOfTheWrongTypeIsRefusedWithTheFieldNamed() {
        client.post("{\"username\":5}").refuses("username", "has the wrong type");
        client.post("{\"email\":{\"a\":[1]}}").refuses("email", "has the wrong type");
        client.post("{\"fullName\":true}").refuses("fullName", "has the wrong type");
        client.post("{\"active\":\"yes\"}").refuses("active", "has the wrong type");
        client.post("{\"active\":1}").refuses("active", "has the wrong type");
    }

    @Test
    void everyInvalidMemberIsNamed() {
        client.post("{\"unknown\":[{}]}")
                .isProblem(
                        400,
                        "Bad Request",
                        "The request has invalid fields.",
                        "[{\"field\":\"email\",\"message\":\"must be an e-mail address of 254 characters at most\"},"
                                + "{\"field\":\"fullName\",\"message\":\"must be 1 to 200 characters, none of them a control character\"},"
                                + "{\"field\":\"username\",\"message\":\"must be 3 to 50 letters, digits, dots, hyphens or underscores\"}]");
    }

    @Test
    void textsThatTheDatabaseCannotKeepAreRefused() {
        String body = "{\"username\":\"fine\",\"email\":\"fine@example.com\",\"fullName\":\"%s\"}";
        for (String name : List.of("", "   ", "a\\u0000b", "\\ud800", "a\\nb", "x".repeat(201))) {
            client.post(body.formatted(name))
                    .refuses("fullName", "must be 1 to 200 characters, none of them a control character");
        }
    }

    @Test
    void aTakenAddressOrNameIsAConflict() {
        String name = Client.unusedName();
        long id = client.newUser(name);
        String upper = Client.user(name).replace(name, name.toUpperCase(java.util.Locale.ROOT));
        String both =
                "[{\"field\":\"email\",\"message\":\"is taken\"},{\"field\":\"username\",\"message\":\"is taken\"}]";
        client.post(Client.user(name)).isProblem(409, "Conflict", "Another one has the same.", both);
        client.post(upper).isProblem(409, "Conflict", "Another one has the same.", both);
        long other = client.newUser(Client.unusedName());
        client.put("/api/v1/users/" + other, Client.user(name))
                .isProblem(409, "Conflict", "Another one has the same.", both);
        assertThat(client.put("/api/v1/users/" + id, Client.user(name)).status())
                .isEqualTo(200);
        client.delete("/api/v1/users/" + id);
        client.delete("/api/v1/users/" + other);
    }

    @Test
    void ofManyWhoWantOneAddressAtOnceOneGetsIt() {
        String user = Client.user(Client.unusedName());
        List<Answer> answers = Stream.generate(() -> user)
                .limit(16)
                .parallel()
                .map(client::post)
                .toList();
        List<Answer> created =
                answers.stream().filter(answer -> answer.status() == 201).toList();
        assertThat(created).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() == 409).hasSize(15);
        client.delete("/api/v1/users/" + created.get(0).json().path("id").asLong());
    }

    @Test
    void aBodyOfMoreThan64KibibytesIsRefusedHoweverItIsSent() {
        String body = Client.user(Client.unusedName()).replace("Full", "x".repeat(1_000_000));
        String detail = "The body has more than 65536 bytes.";
        client.post(body).isProblem(413, "Request Entity Too Large", detail, "");
        client.postChunked(body).isProblem(413, "Request Entity Too Large", detail, "");
    }

    @Test
    void aBodyThatIsNotJsonIsUnsupported() {
        for (String type :
                List.of("text/plain", "application/xml", "application/x-www-form-urlencoded", "garbage", "a/b;")) {
            client.send("POST", "/api/v1/users", BodyPublishers.ofString("a=b"), "Content-Type", type)
                    .isProblem(415, "Unsupported Media Type", "The body must be application/json.", "");
        }
        client.send("POST", "/api/v1/users", BodyPublishers.ofString("{}"))
                .isProblem(415, "Unsupported Media Type", "The body must be application/json.", "");
        client.send("POST", "/api/v1/users", BodyPublishers.noBody())
                .isProblem(415, "Unsupported Media Type", "The body must be application/json.", "");
    }

    @Test
    void anAnswerThatIsNotJsonIsNotToBeHad() {
        for (String type : List.of("text/html", "application/xml", "@@")) {
            client.get("/api/v1/users", "Accept", type)
                    .isProblem(406, "Not Acceptable", "This can be had as application/json only.", "");
        }
        assertThat(client.get("/api/v1/users?limit=1", "Accept", "text/html, */*;q=0.8")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aMethodThatIsNotThereIsRefusedWithTheMethodsThatAre() {
        String detail = "This path does not know the method.";
        Answer list = client.delete("/api/v1/users");
        list.isProblem(405, "Method Not Allowed", detail, "");
        assertThat(list.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        Answer one = client.send("PATCH", "/api/v1/users/1", BodyPublishers.ofString("{}"));
        one.isProblem(405, "Method Not Allowed", detail, "");
        assertThat(one.header("Allow")).isEqualTo("DELETE, GET, HEAD, OPTIONS, PUT");
        Answer options = client.send("OPTIONS", "/api/v1/users", BodyPublishers.noBody());
        assertThat(options.status()).isEqualTo(204);
        assertThat(options.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
    }
}
