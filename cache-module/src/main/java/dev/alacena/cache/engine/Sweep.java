package dev.alacena.cache.engine;

import java.util.Collection;
import java.util.List;

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

    /**
     * The keys of all caches of the application that, written as {@code cache:key}, match one of some globs of {@code *},
     * {@code ?} and {@code \} before literal characters. Shortened keys are held against them as they stand.
     */
    record Names(List<String> globs) implements Sweep {
        public Names {
            globs = List.copyOf(globs);
        }

        /** Of patterns in which everything but {@code *} and {@code ?} means itself; no key has a line feed. */
        public static Names of(Collection<String> patterns) {
            return new Names(patterns.stream()
                    .filter(pattern -> pattern.indexOf('\n') < 0)
                    .map(pattern -> pattern.replace("\\", "\\\\"))
                    .distinct()
                    .sorted()
                    .toList());
        }

        @Override
        public String cache() {
            return EVERY_CACHE;
        }

        /** What all of them begin with. */
        public String beginning() {
            return globs.stream().map(Glob::beginning).reduce(Glob::common).orElse("");
        }

        private boolean match(Key key) {
            String name = key.toString();
            return key.ofApplication() && globs.stream().anyMatch(glob -> Glob.matches(glob, name));
        }
    }

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
        return !(this instanceof Names names) || names.match(key);
    }

    private static boolean shortened(Key key) {
        return key.text().startsWith(SHORTENED, KEPT);
    }
}
