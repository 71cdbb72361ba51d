package dev.alacena.launcher.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A node, as its clients see it.
 *
 * @param uri of its root
 */
record Target(URI uri) {

    private static final int LIMIT_MILLIS = 20_000;
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");

    /** The access token of a user of the demo data. */
    String login(int user, String password) throws IOException {
        String body = "{\"username\":\"user%d@example.org\",\"password\":\"%s\"}".formatted(user, password);
        Matcher token = TOKEN.matcher(answer(new Call("login", user, "POST", "/api/v1/auth/login", body), ""));
        if (!token.find()) {
            throw new IOException("No token in the answer to the login of user " + user);
        }
        return token.group(1);
    }

    String answer(Call call, Map<Integer, String> tokens) throws IOException {
        return answer(call, tokens.getOrDefault(call.user(), ""));
    }

    private String answer(Call call, String token) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) uri.resolve(call.path()).toURL().openConnection();
        connection.setConnectTimeout(LIMIT_MILLIS);
        connection.setReadTimeout(LIMIT_MILLIS);
        connection.setRequestMethod(call.method());
        if (!token.isEmpty()) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        if (call.body() != null) {
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setDoOutput(true);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(call.body().getBytes(StandardCharsets.UTF_8));
            }
        }
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
