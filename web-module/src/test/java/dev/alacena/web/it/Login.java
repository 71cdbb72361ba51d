package dev.alacena.web.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A login of somebody.
 *
 * @param user the id
 * @param email and password, to log in again
 * @param accessToken of this login
 * @param refreshToken of this login
 */
record Login(long user, String email, String password, String accessToken, String refreshToken) {

    private static final String BODY = "{\"username\":\"%s\",\"password\":\"%s\"}";
    private static final long KEPT_NANOS = 300_000_000_000L;

    private static Login administrator = new Login(0, "", "", "", "");
    private static long since;

    /** The administrator's, kept for some minutes. */
    static synchronized Login administrator() {
        if (administrator.accessToken().isEmpty() || System.nanoTime() - since > KEPT_NANOS) {
            administrator = as(Secrets.ADMINISTRATOR, Backends.property("it.password"));
            since = System.nanoTime();
        }
        return administrator;
    }

    /** Of a user who is new. */
    static Login ofNewUser() {
        String name = Client.unusedName();
        String password = "secret of " + name;
        String user = Client.user(name).replace("}", ",\"password\":\"" + password + "\"}");
        JsonNode created = new Client().post(user).json();
        return as(created.path("email").asText(), password);
    }

    static Login as(String email, String password) {
        Answer answer = attempt(email, password);
        JsonNode tokens = answer.json();
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        String access = tokens.path("accessToken").asText();
        long user = Client.with(access).get("/api/v1/auth/me").json().path("id").asLong();
        return new Login(
                user, email, password, access, tokens.path("refreshToken").asText());
    }

    static Answer attempt(String email, String password) {
        return post("/api/v1/auth/login", BODY.formatted(email, password));
    }

    Answer refresh() {
        return refresh(refreshToken);
    }

    static Answer refresh(String token) {
        return post("/api/v1/auth/refresh", "{\"refreshToken\":\"%s\"}".formatted(token));
    }

    Client client() {
        return Client.with(accessToken);
    }

    private static Answer post(String path, String body) {
        return Client.nobody().send("POST", path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }
}
