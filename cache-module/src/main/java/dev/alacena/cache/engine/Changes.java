package dev.alacena.cache.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a write touches.
 *
 * @param keys entries, with the counters of their caches
 * @param tags names of tags
 * @param sweeps entries that are found by looking
 */
public record Changes(Map<Key, Counters> keys, Set<String> tags, Set<Sweep> sweeps) {
    /** Nothing. */
    public static final Changes NONE = new Changes(Map.of(), Set.of(), Set.of());

    public Changes {
        keys = Map.copyOf(keys);
        tags = Set.copyOf(tags);
        sweeps = Set.copyOf(sweeps);
    }

    /** All of several. */
    public static Changes all(Collection<Changes> changes) {
        Map<Key, Counters> keys = new LinkedHashMap<>();
        Set<String> tags = new LinkedHashSet<>();
        Set<Sweep> sweeps = new LinkedHashSet<>();
        for (Changes one : changes) {
            keys.putAll(one.keys());
            tags.addAll(one.tags());
            sweeps.addAll(one.sweeps());
        }
        return new Changes(keys, tags, sweeps);
    }

    /** Both. */
    public Changes and(Changes other) {
        return all(List.of(this, other));
    }

    /** Whether a request asks for something that is touched. */
    public boolean touch(Request request) {
        return touch(request.key()) || request.tags().stream().anyMatch(tags::contains);
    }

    /** Whether an entry is touched by its key. */
    public boolean touch(Key key) {
        return keys.containsKey(key) || sweeps.stream().anyMatch(sweep -> sweep.matches(key));
    }
}
