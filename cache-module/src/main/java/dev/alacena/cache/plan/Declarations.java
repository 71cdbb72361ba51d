package dev.alacena.cache.plan;

import dev.alacena.api.Cached;
import dev.alacena.api.Consistency;
import dev.alacena.api.UpdateCache;
import dev.alacena.cache.engine.CodecException;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the annotations say about each cache, put together; where two of them disagree, a problem. Not thread-safe. */
final class Declarations {
    private final Map<String, List<One>> byCache = new TreeMap<>();
    private final Problems problems;

    Declarations(Problems problems) {
        this.problems = problems;
    }

    /** What one annotation says. */
    private record One(String place, Type payload, @Nullable Duration ttl, Consistency consistency, int tags) {}

    void add(Declared declared) {
        Cached cached = declared.cached();
        if (cached != null) {
            String name = declared.cache(cached.cache());
            add(name, declared, cached.ttl(), cached.consistency(), cached.tags().length);
        }
        UpdateCache update = declared.update();
        if (update != null) {
            add(update.cache(), declared, update.ttl(), Consistency.DEFAULT, update.tags().length);
        }
    }

    private void add(String name, Declared declared, String ttl, Consistency consistency, int tags) {
        if (!Spaces.legal(name)) {
            problems.illegalName(declared.place(), name);
        }
        Type payload = declared.result().payload();
        if (!declared.result().isVoid()) {
            One one = new One(declared.place(), payload, duration(declared.place(), ttl), consistency, tags);
            byCache.computeIfAbsent(name, missing -> new ArrayList<>()).add(one);
        }
    }

    /** Makes the caches. */
    void declare(Spaces spaces) {
        byCache.forEach((cache, all) -> {
            One first = all.get(0);
            Duration ttl = agreed(cache, "time to live", all, One::ttl);
            Consistency consistency = agreed(
                    cache,
                    "consistency",
                    all,
                    one -> one.consistency() == Consistency.DEFAULT ? null : one.consistency());
            agreed(cache, "type of the values", all, one -> Generics.boxed(one.payload())
                    .getTypeName());
            agreed(cache, "number of tags", all, One::tags);
            if (!spaces.neverCached(first.payload()).isEmpty()) {
                return;
            }
            try {
                Consistency said = Objects.requireNonNullElse(consistency, Consistency.DEFAULT);
                spaces.declare(cache, first.payload(), new Spaces.Said(ttl, said, first.tags() > 0));
            } catch (CodecException e) {
                problems.unrestorable(first.place(), String.valueOf(e.getMessage()));
            }
        });
    }

    private <T> @Nullable T agreed(String cache, String what, List<One> all, Function<One, @Nullable T> property) {
        One said = null;
        for (One one : all) {
            T value = property.apply(one);
            if (value == null) {
                continue;
            }
            if (said != null && !value.equals(property.apply(said))) {
                problems.disagreement(cache, what, says(said, property), says(one, property));
                return null;
            }
            said = one;
        }
        return said == null ? null : property.apply(said);
    }

    private static <T> String says(One one, Function<One, @Nullable T> property) {
        return one.place() + " says " + property.apply(one);
    }

    private @Nullable Duration duration(String place, String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            problems.illegalDuration(place, text);
            return null;
        }
    }
}
