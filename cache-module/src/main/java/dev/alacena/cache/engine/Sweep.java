package dev.alacena.cache.engine;

/** Which entries to take out where a key alone does not say. Texts are escaped as those of keys. */
public sealed interface Sweep {

    /** Stands for all caches where the name of one could stand. */
    String EVERY_CACHE = "";

    /** The cache that is swept. */
    String cache();

    /** Every entry of the namespace. */
    record Everything() implements Sweep {
        @Override
        public String cache() {
            return EVERY_CACHE;
        }
    }

    /** Every entry of one cache. */
    record All(String cache) implements Sweep {}

    /** The keys of one cache that begin with a text. */
    record Prefix(String cache, String text) implements Sweep {}

    /** The keys of one cache that match a glob of {@code *}, {@code ?} and {@code \} before literal characters. */
    record Pattern(String cache, String glob) implements Sweep {}

    /** What stands in a key that was shortened, between its beginning and the hash of all of it. */
    String SHORTENED = "%sha256:";

    /** How many characters of a shortened key stand for themselves. */
    int KEPT = 64;

    /** Whether this sweep takes out the entry; a shortened key that may be meant is. */
    default boolean matches(Key key) {
        if (this instanceof All all) {
            return key.cache().equals(all.cache());
        }
        if (this instanceof Prefix prefix) {
            return key.cache().equals(prefix.cache())
                    && (key.text().startsWith(prefix.text())
                            || (shortened(key)
                                    && prefix.text().startsWith(key.text().substring(0, KEPT))));
        }
        if (this instanceof Pattern pattern) {
            return key.cache().equals(pattern.cache()) && (shortened(key) || Glob.matches(pattern.glob(), key.text()));
        }
        return true;
    }

    private static boolean shortened(Key key) {
        return key.text().startsWith(SHORTENED, KEPT);
    }
}
