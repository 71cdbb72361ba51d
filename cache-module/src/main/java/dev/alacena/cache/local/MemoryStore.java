package dev.alacena.cache.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.alacena.api.ServerStatistics;
import dev.alacena.cache.engine.Announcement;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Listener;
import dev.alacena.cache.engine.Listing;
import dev.alacena.cache.engine.RevocationCopy;
import dev.alacena.cache.engine.SteadyTime;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The store of an application without Redis: the same protocol in the memory of one JVM, bounded in entries.
 * Thread-safe; held to the same contract test as Redis.
 */
public final class MemoryStore implements Store {
    /** The cache name of tags, which no cache can have: their versions are cells like entries, with fences of their own. */
    private static final String TAGS = "";

    private final Cache<Key, Cell> cells;
    private final Map<String, Long> swept = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final RevocationCopy revocations;
    private final Duration journal;
    private final Clock clock;

    /**
     * A store of at most so many keys.
     *
     * @param journal for how long it remembers invalidations
     */
    public MemoryStore(long maxEntries, Duration journal, Clock clock) {
        this.journal = journal;
        this.clock = clock;
        this.revocations = new MemoryRevocations(this::tell, new SteadyTime(InstantSource.system(), clock));
        this.cells = Caffeine.newBuilder()
                .maximumSize(maxEntries)
                .ticker(clock::nanos)
                .executor(Runnable::run)
                .expireAfter(Expiry.<Key, Cell>writing((key, cell) -> cell.life(journal, clock.nanos())))
                .build();
    }

    @Override
    public CompletionStage<Found> read(Key key, Collection<String> names) {
        Map<String, Long> versions = new HashMap<>();
        names.forEach(name -> version(content(tag(name))).ifPresent(version -> versions.put(name, version)));
        Cell.@Nullable Content content = content(key);
        return done(
                content == null
                        ? new Found(null, null, Duration.ZERO, versions, false)
                        : new Found(
                                content.bytes(), content.bytes(), content.remaining(clock.nanos()), versions, false));
    }

    @Override
    public CompletionStage<Claim> claim(Key key, Lease lease) {
        return change(key, cell -> {
            long now = clock.nanos();
            boolean lately = cell.invalidatedWithin(journal, now);
            Answer answer = answer(cell, lease, now);
            boolean loads = answer == Answer.GRANTED || answer == Answer.HELD;
            if (loads && sweptWithin(key, lease.age(), now)) {
                answer = Answer.OUTDATED;
            }
            Cell after = answer == Answer.GRANTED
                    ? cell.grant(lease.token(), now + lease.ttl().toNanos())
                    : cell;
            return after.answer(new Claim(answer, lately));
        });
    }

    private static Answer answer(Cell cell, Lease lease, long now) {
        Cell.Content content = cell.content(now);
        // this very array: equal bytes may have been stored since
        if (content != null && content.bytes() != lease.rejected()) {
            return Answer.FILLED;
        }
        if (cell.fenced(now)) {
            return Answer.FENCED;
        }
        if (cell.invalidatedWithin(lease.age(), now)) {
            return Answer.OUTDATED;
        }
        return cell.leased(now) ? Answer.HELD : Answer.GRANTED;
    }

    @Override
    public CompletionStage<Boolean> fill(Key key, String token, Value value) {
        return change(key, cell -> {
            long now = clock.nanos();
            return cell.owned(token, now) ? cell.filled(value, now).answer(true) : cell.answer(false);
        });
    }

    @Override
    public CompletionStage<Boolean> abandon(Key key, String token) {
        return change(
                key, cell -> cell.owned(token, clock.nanos()) ? cell.unleased().answer(true) : cell.answer(false));
    }

    @Override
    public CompletionStage<Boolean> put(Key key, Value value) {
        return tell(new Announcement.OfKey(key), change(key, cell -> {
            long now = clock.nanos();
            Cell emptied = cell.emptied(now);
            return cell.fenced(now)
                    ? emptied.answer(false)
                    : emptied.filled(value, now).answer(true);
        }));
    }

    @Override
    public CompletionStage<Boolean> invalidate(Key key) {
        return tell(new Announcement.OfKey(key), emptied(key));
    }

    @Override
    public CompletionStage<Boolean> raise(Key key, String fence, Duration ttl, boolean again) {
        return tell(new Announcement.OfKey(key), raised(key, new Cell.Fence(fence, ttl.toNanos(), again)));
    }

    @Override
    public CompletionStage<Boolean> lower(Key key, String fence, @Nullable Value value) {
        return tell(new Announcement.OfKey(key), lowered(key, fence, value));
    }

    private CompletionStage<Boolean> emptied(Key key) {
        return change(key, cell -> cell.emptied(clock.nanos()).answer(cell.content(clock.nanos()) != null));
    }

    private CompletionStage<Boolean> forgotten(Key tag) {
        return change(tag, cell -> cell.forgotten().answer(false));
    }

    private CompletionStage<Boolean> raised(Key key, Cell.Fence fence) {
        return change(key, cell -> {
            long now = clock.nanos();
            return cell.emptied(now).fence(fence, now).answer(cell.content(now) != null);
        });
    }

    private CompletionStage<Boolean> lowered(Key key, String fence, @Nullable Value value) {
        return change(key, cell -> {
            long now = clock.nanos();
            Cell lowered = cell.emptied(now).unfenced(fence, now);
            return value != null && cell.alone(fence, now)
                    ? lowered.filled(value, now).answer(true)
                    : lowered.answer(false);
        });
    }

    @Override
    public CompletionStage<Optional<Duration>> remaining(Key key) {
        return done(Optional.ofNullable(content(key)).map(content -> content.remaining(clock.nanos())));
    }

    @Override
    public CompletionStage<Map<String, Long>> tags(Collection<String> names, Duration ttl, Duration age) {
        Map<String, Long> versions = new HashMap<>();
        for (String name : names) {
            version(get(change(tag(name), cell -> kept(cell, ttl, age))).orElse(null))
                    .ifPresent(version -> versions.put(name, version));
        }
        return done(versions);
    }

    /** The version of a tag, made if it is missing; none behind a fence, nor for a view older than its invalidation. */
    private Cell.Answer<Optional<Cell.Content>> kept(Cell cell, Duration ttl, Duration age) {
        long now = clock.nanos();
        if (cell.fenced(now) || cell.invalidatedWithin(age, now)) {
            return cell.answer(Optional.empty());
        }
        Cell.Content known = cell.content(now);
        byte[] bytes = known == null ? version() : known.bytes();
        Duration left = known == null ? Duration.ZERO : known.remaining(now);
        Cell kept = cell.filled(new Value(bytes, left.compareTo(ttl) < 0 ? ttl : left), now);
        return kept.answer(Optional.ofNullable(kept.content()));
    }

    @Override
    public CompletionStage<Void> invalidateTags(List<String> names) {
        for (String name : names) {
            get(emptied(tag(name)));
            tell(new Announcement.OfTag(name));
        }
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Boolean> raiseTag(String tag, String fence, Duration ttl) {
        return tell(new Announcement.OfTag(tag), raised(tag(tag), new Cell.Fence(fence, ttl.toNanos(), false)));
    }

    @Override
    public CompletionStage<Boolean> lowerTag(String tag, String fence) {
        return tell(new Announcement.OfTag(tag), lowered(tag(tag), fence, null));
    }

    @Override
    public CompletionStage<Long> sweep(Sweep sweep) {
        swept.put(sweep.cache(), clock.nanos());
        long entries = 0;
        for (Key key : cells.asMap().keySet()) {
            if (sweep.matches(key) && get(key.cache().equals(TAGS) ? forgotten(key) : emptied(key))) {
                entries++;
            }
        }
        return tell(new Announcement.OfSweep(sweep), done(entries));
    }

    @Override
    public CompletionStage<List<Listed>> list(Sweep.Names names, int limit) {
        Listing<Cell.Content> listing = new Listing<>(names, limit);
        long now = clock.nanos();
        cells.asMap().forEach((key, cell) -> {
            Cell.Content content = cell.content(now);
            if (content != null) {
                listing.add(key, content);
            }
        });
        return done(listing.entries().stream()
                .map(found -> new Listed(
                        found.getKey(),
                        found.getValue().remaining(now),
                        found.getValue().bytes().length))
                .toList());
    }

    /** Nothing: this store dies with its writers. */
    @Override
    public CompletionStage<Void> raiseSweep(Sweep sweep, String fence, Duration ttl) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> lowerSweep(Sweep sweep, String fence) {
        return CompletableFuture.completedStage(null);
    }

    private boolean sweptWithin(Key key, Duration age, long now) {
        return Stream.of(key.cache(), Sweep.EVERY_CACHE)
                .map(swept::get)
                .anyMatch(at -> at != null && !age.isZero() && now - at <= age.toNanos());
    }

    @Override
    public void listen(Listener listener) {
        listeners.add(listener);
        listener.attached();
    }

    @Override
    public CompletionStage<?> probe() {
        return done(true);
    }

    private <T> CompletionStage<T> tell(Announcement announcement, CompletionStage<T> answered) {
        tell(announcement);
        return answered;
    }

    private void tell(Announcement announcement) {
        listeners.forEach(listener -> listener.invalidated(announcement));
    }

    @Override
    public RevocationCopy revocations() {
        return revocations;
    }

    @Override
    public ServerStatistics server() {
        return ServerStatistics.silent(false);
    }

    @Override
    public String name(Key key) {
        return key.toString();
    }

    /** Names are keys as they are shown; there is nothing to be understood. */
    @Override
    public Optional<Key> key(String name) {
        return Optional.empty();
    }

    @Override
    public void close() {
        cells.invalidateAll();
    }

    private Cell.@Nullable Content content(Key key) {
        Cell cell = cells.getIfPresent(key);
        return cell == null ? null : cell.content(clock.nanos());
    }

    private <T> CompletionStage<T> change(Key key, Function<Cell, Cell.Answer<T>> step) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        cells.asMap().compute(key, (name, cell) -> {
            Cell.Answer<T> result = step.apply(cell == null ? Cell.EMPTY : cell);
            answer.complete(result.value());
            return result.cell().empty() ? null : result.cell();
        });
        return answer;
    }

    private static <T> CompletionStage<T> done(T value) {
        return CompletableFuture.completedStage(value);
    }

    private static <T> T get(CompletionStage<T> answered) {
        return answered.toCompletableFuture().join();
    }

    private static Key tag(String name) {
        return new Key(TAGS, name, "");
    }

    private static byte[] version() {
        return ByteBuffer.allocate(Long.BYTES)
                .putLong(ThreadLocalRandom.current().nextLong())
                .array();
    }

    private static Optional<Long> version(Cell.@Nullable Content content) {
        return Optional.ofNullable(content).map(Cell.Content::bytes).map(bytes -> ByteBuffer.wrap(bytes)
                .getLong());
    }
}
