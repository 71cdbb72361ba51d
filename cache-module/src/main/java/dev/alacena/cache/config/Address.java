package dev.alacena.cache.config;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a server is and, as clouds hand addresses out, who connects.
 *
 * @param url {@code redis://host:port}, or {@code rediss://} for TLS
 * @param username null for none
 * @param password null for none
 */
record Address(String url, @Nullable String username, @Nullable String password) {
    private static final Pattern FORM = Pattern.compile("(?<scheme>rediss?|valkeys?)://"
            + "(?:(?:(?<user>[^:\\s]*):)?(?<password>(?:(?!://)\\S)*)@)?"
            + "(?<host>[\\w.-]+|\\[[0-9A-Fa-f:.]+])(?::(?<port>\\d{1,5}))?/?");

    /** Understands one address; the last '@' ends the password, which may have some of its own. */
    static Address of(String text, int defaultPort) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new IllegalArgumentException("malformed");
        }
        int port = form.group("port") == null ? defaultPort : Integer.parseInt(form.group("port"));
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("no such port");
        }
        String url = "%s://%s:%d".formatted(form.group("scheme"), form.group("host"), port);
        return new Address(url, decoded(form.group("user")), decoded(form.group("password")));
    }

    /** Any text, without what could be a password in an address. */
    static String withoutSecrets(String text) {
        return text.replaceAll("(?s)//.*@", "//");
    }

    boolean tls() {
        return url.startsWith("rediss:") || url.startsWith("valkeys:");
    }

    boolean secret() {
        return username != null || password != null;
    }

    private static @Nullable String decoded(@Nullable String text) {
        return text == null || text.isEmpty()
                ? null
                : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return url;
    }
}
