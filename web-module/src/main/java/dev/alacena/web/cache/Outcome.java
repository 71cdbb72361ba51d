package dev.alacena.web.cache;

import dev.alacena.api.Invalidated;
import org.jspecify.annotations.Nullable;

/** What became of an invalidation. What nobody knows yet is left out. */
sealed interface Outcome {

    /** Of one entry. */
    record OfKey(String key, @Nullable Boolean deleted) implements Outcome {}

    /** Of the entries whose key matches. */
    record OfPattern(String pattern, @Nullable Long deletedKeys) implements Outcome {}

    /** Of the entries that carry a tag: they count as gone, each when it is read. */
    record OfTag(String tag, boolean invalidated) implements Outcome {}

    /** Of everything. */
    record OfEverything(boolean cleared, String message) implements Outcome {}

    static Outcome ofKey(String key, Invalidated done) {
        return new OfKey(key, done.confirmed() ? done.entries() > 0 : null);
    }

    static Outcome ofPattern(String pattern, Invalidated done) {
        return new OfPattern(pattern, done.confirmed() ? done.entries() : null);
    }

    static Outcome ofTag(String tag, Invalidated done) {
        return new OfTag(tag, done.confirmed());
    }

    static Outcome ofEverything(Invalidated done) {
        return new OfEverything(
                done.confirmed(),
                done.confirmed()
                        ? "%d entries were taken out.".formatted(done.entries())
                        : "Redis does not answer; the entries are taken out as soon as it does.");
    }
}
