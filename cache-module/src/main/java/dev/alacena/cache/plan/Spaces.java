package dev.alacena.cache.plan;

import dev.alacena.api.Consistency;
import dev.alacena.cache.engine.Codec;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Codecs;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Space;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The caches of the application by name: those that annotations declare, and those that code asks for. Thread-safe. */
public final class Spaces {
    /** The library's own caches have names that others cannot take. */
    private static final Pattern NAME = Pattern.compile("(?!alacena-)[A-Za-z0-9._-]{1,100}");

    private final Map<String, Space> spaces = new ConcurrentSkipListMap<>();
    private final Codecs codecs;
    private final Policies policies;

    public Spaces(Codecs codecs, Policies policies) {
        this.codecs = codecs;
        this.policies = policies;
    }

    /** Whether a cache of the application can be called so. */
    public static boolean legal(String name) {
        return NAME.matcher(name).matches();
    }

    /** All of them, ordered by name. */
    public Collection<Space> all() {
        return spaces.values();
    }

    /** The cache of this name, if there is one. */
    public Optional<Space> named(String name) {
        return Optional.ofNullable(spaces.get(name));
    }

    /** How many replicas have to confirm an invalidation in this cache. */
    public int waitReplicas(Space space) {
        return policies.waitReplicas(space.policy().cache());
    }

    /** The counters of a cache; empty where there is no cache of this name. */
    public Optional<Counters> counters(String name) {
        return named(name).map(Space::counters);
    }

    /** The ways to what must never be cached; see {@link Codecs#neverCached}. */
    List<String> neverCached(Type type) {
        return codecs.neverCached(type);
    }

    @Nullable
    Space find(String name) {
        return spaces.get(name);
    }

    /** What the annotations say of a cache. */
    record Said(@Nullable Duration ttl, Consistency consistency, boolean tagged) {}

    Space declare(String name, Type payload, Said said) throws CodecException {
        Policy policy = policies.of(name, said.ttl(), said.consistency());
        Space space = new Space(policy, codecs.of(payload), new Counters(), said.tagged());
        spaces.put(name, space);
        return space;
    }

    /** Shows a cache of the library itself in the statistics. */
    public void show(Space own) {
        spaces.put(own.policy().cache(), own);
    }

    /** A cache for code; see {@link dev.alacena.api.Caches#get(String, Class, Class)}. */
    public Space open(String name, Type valueType) {
        if (!legal(name)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no name of a cache: use 1 to 100 letters, digits, '.', '_' and '-', and do not begin with 'alacena-'"
                            .formatted(name));
        }
        Codec codec = codec(name, valueType);
        Space space = spaces.computeIfAbsent(
                name, missing -> new Space(policies.of(name, null, Consistency.DEFAULT), codec, new Counters(), false));
        if (!space.codec().fingerprint().equals(codec.fingerprint())) {
            throw new IllegalArgumentException(
                    "cache %s holds values of another type than %s".formatted(name, valueType.getTypeName()));
        }
        return space;
    }

    /** Refuses a type of keys that would bring along what must never be cached. */
    public void checkKeys(String name, Type keyType) {
        List<String> ways = neverCached(keyType);
        if (!ways.isEmpty()) {
            throw new IllegalArgumentException(
                    "cache %s: its keys would bring along @NeverCache %s".formatted(name, String.join(", ", ways)));
        }
    }

    private Codec codec(String name, Type valueType) {
        try {
            return codecs.of(valueType);
        } catch (CodecException e) {
            throw new IllegalArgumentException("cache %s: %s".formatted(name, e.getMessage()), e);
        }
    }
}
