package dev.alacena.web.http;

import org.jspecify.annotations.Nullable;

/** Texts in bodies. */
public final class Texts {

    private Texts() {}

    /** Without blanks at the ends; a missing one is empty, and left to the constraints of the field. */
    public static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
