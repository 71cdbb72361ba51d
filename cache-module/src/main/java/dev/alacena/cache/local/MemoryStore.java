package dev.alacena.cache.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import dev.alacena.api.ServerStatistics;
import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The store of an application without Redis: the same protocol in the memory of one JVM, bounded in entries.
 * Thread-safe; held to the same contract test as Redis.
 */
public final class MemoryStore implements Store {
    private static final Duration TAG_LIFE = Duration.ofDays(1);

    private final Cache<Key, Cell> cells;
    private final Cache<String, Long> tags;
    private final Clock clock;

    public MemoryStore(long maxEntries, Clock clock) {
        this.clock = clock;
        this.cells = Caffeine.newBuilder()
                .maximumSize(maxEntries)
                .ticker(clock::nanos)
                .executor(Runnable::run)
                .expireAfter(Expiry.<Key, Cell>writing((key, cell) -> cell.life(clock.nanos())))
                .build();
        this.tags = Caffeine.newBuilder()
                .maximumSize(maxEntries)
                .ticker(clock::nanos)
                .expireAfterAccess(TAG_LIFE)
                .build();
    }

    @Override
    public CompletionStage<Found> read(Key key, Collection<String> names) {
        Map<String, Long> versions = tags.getAllPresent(names);
        Cell.@Nullable Content content = content(key);
        return done(
                content == null
                        ? new Found(null, Duration.ZERO, versions)
                        : new Found(content.bytes(), content.remaining(clock.nanos()), versions));
    }

    @Override
    public CompletionStage<Claim> claim(Key key, Lease lease) {
        return change(key, cell -> {
            long now = clock.nanos();
            Cell.Content content = cell.content(now);
            if (content != null && !Arrays.equals(content.bytes(), lease.rejected())) {
                return cell.answer(Claim.FILLED);
            }
            if (cell.fenced(now)) {
                return cell.answer(Claim.FENCED);
            }
            return cell.leased(now)
                    ? cell.answer(Claim.HELD)
                    : cell.grant(lease.token(), now + lease.ttl().toNanos()).answer(Claim.GRANTED);
        });
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
        return change(key, cell -> {
            long now = clock.nanos();
            return cell.fenced(now)
                    ? cell.answer(false)
                    : cell.filled(value, now).answer(true);
        });
    }

    @Override
    public CompletionStage<Boolean> invalidate(Key key) {
        return change(key, cell -> cell.emptied().answer(cell.content(clock.nanos()) != null));
    }

    @Override
    public CompletionStage<Boolean> raise(Key key, String fence, Duration ttl) {
        return change(key, cell -> {
            long now = clock.nanos();
            return cell.emptied().fence(fence, now, ttl.toNanos()).answer(cell.content(now) != null);
        });
    }

    @Override
    public CompletionStage<Boolean> lower(Key key, String fence, @Nullable Value value) {
        return change(key, cell -> {
            long now = clock.nanos();
            Cell lowered = cell.emptied().unfenced(fence, now);
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
    public CompletionStage<Map<String, Long>> tags(Collection<String> names, Duration ttl) {
        Map<String, Long> versions = new HashMap<>();
        names.forEach(name -> versions.put(name, tags.get(name, missing -> version())));
        return done(versions);
    }

    @Override
    public CompletionStage<Void> invalidateTags(List<String> names) {
        tags.invalidateAll(names);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Long> sweep(Sweep sweep) {
        long entries = 0;
        for (Key key : cells.asMap().keySet()) {
            if (sweep.matches(key) && invalidate(key).toCompletableFuture().join()) {
                entries++;
            }
        }
        return done(entries);
    }

    @Override
    public ServerStatistics server() {
        return ServerStatistics.silent(false);
    }

    @Override
    public String name(Key key) {
        return key.toString();
    }

    @Override
    public void close() {
        cells.invalidateAll();
        tags.invalidateAll();
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

    private static long version() {
        return ThreadLocalRandom.current().nextLong();
    }
}
