package dev.alacena.web.cache;

import dev.alacena.web.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Keys, patterns and tags as they come in. */
final class Texts {

    private static final int LONGEST = 1024;

    private Texts() {}

    /**
     * What stands in the path of a request after this, decoded. The servers differ in what they take for a parameter of a
     * segment, and in slashes at the end: a pattern that lost its end would take out more than was meant.
     *
     * @throws Refusal if no key, pattern or tag is like that
     */
    static String after(String path, String field, HttpServletRequest request) {
        String raw = request.getRequestURI();
        String encoded = raw.substring(raw.indexOf("/" + path) + path.length() + 1);
        try {
            return valid(field, URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(field, "must be URL-encoded");
        }
    }

    /**
     * The text itself.
     *
     * @throws Refusal if no key, pattern or tag is like that
     */
    static String valid(String field, String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.of(field, "must have 1 to %d characters, none of them a control".formatted(LONGEST));
        }
        return text;
    }
}
