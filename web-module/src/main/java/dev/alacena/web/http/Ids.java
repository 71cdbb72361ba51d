package dev.alacena.web.http;

/** Identifiers in paths and parameters. */
public final class Ids {

    private static final long MOST = 999_999_999_999_999_999L;

    private Ids() {}

    /**
     * An identifier, from 1 up.
     *
     * @throws Refusal if it is not written in plain digits, or out of range
     */
    public static long of(String field, String text) {
        return Input.wholeNumber(field, text, 1, MOST);
    }
}
