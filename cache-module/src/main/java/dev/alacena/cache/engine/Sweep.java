package dev.alacena.cache.engine;

/** Which entries to take out where a key alone does not say. Texts are escaped as those of keys. */
public sealed interface Sweep {

    /** Every entry of the namespace. */
    record Everything() implements Sweep {}

    /** Every entry of one cache. */
    record All(String cache) implements Sweep {}

    /** The keys of one cache that begin with a text. */
    record Prefix(String cache, String text) implements Sweep {}

    /** The keys of one cache that match a glob of {@code *}, {@code ?} and {@code \} before literal characters. */
    record Pattern(String cache, String glob) implements Sweep {}

    /** Whether this sweep takes out the entry. */
    default boolean matches(Key key) {
        if (this instanceof All all) {
            return key.cache().equals(all.cache());
        }
        if (this instanceof Prefix prefix) {
            return key.cache().equals(prefix.cache()) && key.text().startsWith(prefix.text());
        }
        if (this instanceof Pattern pattern) {
            return key.cache().equals(pattern.cache()) && Glob.matches(pattern.glob(), key.text());
        }
        return true;
    }
}
