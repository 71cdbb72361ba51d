package dev.alacena.web.cache;

import dev.alacena.web.http.Refusal;

/** Keys, patterns and tags as they come in. */
final class Texts {

    private static final int LONGEST = 1024;

    private Texts() {}

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
