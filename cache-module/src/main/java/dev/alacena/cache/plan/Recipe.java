package dev.alacena.cache.plan;

import java.util.function.Function;

/**
 * Makes a text from a call: a key, a prefix, a pattern or a tag.
 *
 * @param needsResult whether it can only be made when the method has returned
 * @param pure whether equal arguments always make the same text
 * @param text of a call; throws an {@link IllegalArgumentException} for a value that cannot be part of a key
 */
public record Recipe(boolean needsResult, boolean pure, Function<Invocation, String> text) {
    String of(Invocation invocation) {
        return text.apply(invocation);
    }
}
