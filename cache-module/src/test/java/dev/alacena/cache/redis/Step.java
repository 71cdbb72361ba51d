package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Store.Lease;
import dev.alacena.cache.engine.Sweep;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One operation on a store, with its arguments; what it answers can be compared between stores. */
sealed interface Step {
    Object on(Side side);

    /** What is asked for. */
    enum Entry {
        A("users", "1:a", "0a0b0c0d"),
        A_IN_ANOTHER_VERSION("users", "1:a", "ffffffff"),
        B("users", "1:b", "0a0b0c0d"),
        LIST("lists", "1:a", "ffffffff");

        @SuppressWarnings("ImmutableEnumChecker") // a record of texts
        private final Key key;

        Entry(String cache, String text, String fingerprint) {
            key = new Key(cache, text, fingerprint);
        }
    }

    /** What entries, leases and fences last; the passing of time never ends at the end of one of them. */
    enum Life {
        SHORT(Duration.ofMinutes(10 * 60 + 30)),
        LONG(Duration.ofMinutes(20 * 60 + 30));

        final Duration time;

        Life(Duration time) {
            this.time = time;
        }
    }

    /** Since when a loader's view may be; none ends where time passed, and none is older than what is remembered. */
    enum Age {
        NONE(Duration.ZERO),
        YOUNG(Duration.ofHours(3)),
        OLD(Duration.ofHours(15));

        final Duration time;

        Age(Duration time) {
            this.time = time;
        }
    }

    /** One of the stores that are compared. Versions of tags are random: only which are equal counts. */
    final class Side {
        private final Store store;
        private final Consumer<Duration> time;
        private final Map<Long, Integer> versions = new HashMap<>();

        Side(Store store, Consumer<Duration> time) {
            this.store = store;
            this.time = time;
        }

        private <T> T get(CompletionStage<T> stage) {
            return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
        }

        private Map<String, Integer> named(Map<String, Long> tags) {
            Map<String, Integer> named = new TreeMap<>();
            new TreeMap<>(tags)
                    .forEach((tag, version) ->
                            named.put(tag, versions.computeIfAbsent(version, first -> versions.size() + 1)));
            return named;
        }
    }

    record Read(Entry entry, Set<String> tags) implements Step {
        @Override
        public Object on(Side side) {
            Store.Found found = side.get(side.store.read(entry.key, tags));
            return List.of(text(found.bytes()), hours(found.remaining()), side.named(found.tags()));
        }
    }

    record Remaining(Entry entry) implements Step {
        @Override
        public Object on(Side side) {
            return side.get(side.store.remaining(entry.key)).map(Step::hours);
        }
    }

    record Claim(Entry entry, String token, Life life, @Nullable String rejected) implements Step {
        @Override
        public Object on(Side side) {
            Store.Found there = side.get(side.store.read(entry.key, List.of()));
            byte[] refused = Objects.equals(text(there.bytes()), rejected) ? there.stored() : bytes(rejected);
            return side.get(side.store.claim(entry.key, new Lease(token, life.time, refused, Duration.ZERO)))
                    .answer();
        }
    }

    record OlderClaim(Entry entry, String token, Life life, Age age) implements Step {
        @Override
        public Object on(Side side) {
            return side.get(side.store.claim(entry.key, new Lease(token, life.time, null, age.time)))
                    .answer();
        }
    }

    record Fill(Entry entry, String token, String value, Life life) implements Step {
        @Override
        public Object on(Side side) {
            return side.get(side.store.fill(entry.key, token, stored(value, life)));
        }
    }

    record Abandon(Entry entry, String token) implements Step {
        @Override
        public Object on(Side side) {
            return side.get(side.store.abandon(entry.key, token));
        }
    }

    record Put(Entry entry, String value, Life life) implements Step {
        @Override
        public Object on(Side side) {
            return side.get(side.store.put(entry.key, stored(value, life)));
        }
    }

    record Invalidate(Entry entry) implements Step {
        @Override
        public Object on(Side side) {
            return side.get(side.store.invalidate(entry.key));
        }
    }

    record Raise(Entry entry, String fence, Life life, boolean again) implements Step {
        @Override
        public Object on(Side side) {
            return side.get(side.store.raise(entry.key, fence, life.time, again));
        }
    }

    record Lower(Entry entry, String fence, @Nullable String value) implements Step {
        @Override
        public Object on(Side side) {
            return side.get(side.store.lower(entry.key, fence, value == null ? null : stored(value, Life.SHORT)));
        }
    }

    record Tags(Set<String> tags, Life life, Age age) implements Step {
        @Override
        public Object on(Side side) {
            return side.named(side.get(side.store.tags(tags, life.time, age.time)));
        }
    }

    record InvalidateTags(Set<String> tags) implements Step {
        @Override
        public Object on(Side side) {
            side.get(side.store.invalidateTags(List.copyOf(tags)));
            return "";
        }
    }

    record RaiseTag(String tag, String fence, Life life) implements Step {
        @Override
        public Object on(Side side) {
            return side.get(side.store.raiseTag(tag, fence, life.time));
        }
    }

    record LowerTag(String tag, String fence) implements Step {
        @Override
        public Object on(Side side) {
            return side.get(side.store.lowerTag(tag, fence));
        }
    }

    record Clear(Sweep sweep) implements Step {
        @Override
        public Object on(Side side) {
            return side.get(side.store.sweep(sweep));
        }
    }

    record Pass(int hours) implements Step {
        @Override
        public Object on(Side side) {
            side.time.accept(Duration.ofHours(hours));
            return "";
        }
    }

    private static Store.Value stored(String text, Life life) {
        return new Store.Value(bytes(text), life.time);
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "absent" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** Real time goes on by seconds. */
    private static long hours(Duration duration) {
        return duration.plusMinutes(10).toHours();
    }
}
