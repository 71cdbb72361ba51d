package dev.alacena.api.security;

/**
 * Where a session began, as far as its user wants to recognise it; shown to its user alone. Control characters become spaces.
 *
 * @param address of the client, as text; cut at 64 characters
 * @param userAgent what the client says it is; cut at 256 characters
 */
public record SessionOrigin(String address, String userAgent) {
    public SessionOrigin {
        address = clean(address, 64);
        userAgent = clean(userAgent, 256);
    }

    /** Halves of characters become spaces too: not everything can store them. */
    private static String clean(String text, int most) {
        String kept = text.length() <= most ? text : text.substring(0, most);
        return kept.replaceAll("[\\p{Cc}\\p{Cs}]", " ");
    }
}
