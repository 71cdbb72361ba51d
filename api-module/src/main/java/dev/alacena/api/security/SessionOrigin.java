package dev.alacena.api.security;

/**
 * Where a session began, as far as its user wants to recognise it; shown to its user alone.
 *
 * @param address of the client, as text; cut at 64 characters
 * @param userAgent what the client says it is; cut at 256 characters
 */
public record SessionOrigin(String address, String userAgent) {
    public SessionOrigin {
        address = cut(address, 64);
        userAgent = cut(userAgent, 256);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
