package dev.alacena.cache.engine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/**
 * The keys that a look has found: those that match, each once whatever its formats, and so many at most. Used by one thread.
 *
 * @param <T> what is known of a key
 */
public final class Listing<T> {
    private final Sweep.Names names;
    private final int limit;
    private final Map<Key, T> found = new TreeMap<>(Comparator.comparing(Key::toString));

    public Listing(Sweep.Names names, int limit) {
        this.names = names;
        this.limit = limit;
    }

    /** Whether there is no room for more. */
    public boolean full() {
        return found.size() >= limit;
    }

    /** Takes a key in, if it is meant. */
    public void add(Key key, T known) {
        if (!full() && names.matches(key)) {
            found.putIfAbsent(key, known);
        }
    }

    /** Ordered by cache and key. */
    public List<Entry<Key, T>> entries() {
        return new ArrayList<>(found.entrySet());
    }
}
