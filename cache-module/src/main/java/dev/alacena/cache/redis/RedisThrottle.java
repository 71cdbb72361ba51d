package dev.alacena.cache.redis;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.alacena.cache.engine.Throttle;
import dev.alacena.cache.redis.Scripts.Call;
import dev.alacena.cache.redis.Scripts.Reply;
import dev.alacena.cache.throttle.Tokens;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.AsyncBucketProxy;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.redisson.Bucket4jRedisson;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;

/**
 * Counts over all nodes. A bucket is compared and swapped by bucket4j, in the server's time; calls for the same bucket
 * that meet on a node travel together, so that nodes compete for it and not threads. A delay is one script. Thread-safe.
 */
final class RedisThrottle implements Throttle {
    /** Buckets whose calls may meet. More than this at once compete for theirs, and nothing else. */
    private static final long MEETING_POINTS = 10_000;

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Scripts scripts;
    private final ServerClock time;
    private final Keyspace keyspace;
    private final AsyncProxyManager<String> buckets;
    private final Cache<String, AsyncBucketProxy> meeting =
            Caffeine.newBuilder().maximumSize(MEETING_POINTS).build();

    RedisThrottle(RedissonClient client, Scripts scripts, ServerClock time, Keyspace keyspace) {
        this.scripts = scripts;
        this.time = time;
        this.keyspace = keyspace;
        this.buckets = Bucket4jRedisson.casBasedBuilder(((Redisson) client).getCommandExecutor())
                .clientClock(new ServerTime(time))
                .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(GRACE))
                .build()
                .asAsync();
    }

    @Override
    public CompletionStage<Reading> take(String name, Bucket bucket) {
        return timed().thenCompose(known -> proxy(name, bucket).tryConsumeAndReturnRemaining(1))
                .thenApply(probe -> Tokens.reading(probe, bucket));
    }

    @Override
    public CompletionStage<Reading> probe(String name, Bucket bucket) {
        return timed().thenCompose(known -> proxy(name, bucket).estimateAbilityToConsume(1))
                .thenApply(Tokens::reading);
    }

    private AsyncBucketProxy proxy(String name, Bucket bucket) {
        return meeting.get(keyspace.bucket(name), key -> buckets.builder()
                .withOptimization(Optimizations.batching())
                .build(key, () -> CompletableFuture.completedFuture(configuration(bucket))));
    }

    private static BucketConfiguration configuration(Bucket bucket) {
        return BucketConfiguration.builder().addLimit(Tokens.bandwidth(bucket)).build();
    }

    /** Buckets must never see another time than the server's: one that was filled in the future stays as it is. */
    private CompletionStage<Boolean> timed() {
        return time.unknown()
                ? scripts.run(new Call(Script.SINCE, List.of(keyspace.swept()), 0, ""))
                        .thenApply(Reply::yes)
                : CompletableFuture.completedStage(true);
    }

    @Override
    public CompletionStage<Reading> attempt(String name, Delay delay) {
        return scripts.run(new Call(
                        Script.ATTEMPT,
                        List.of(keyspace.delay(name)),
                        delay.free(),
                        delay.first().toMillis(),
                        delay.longest().toMillis(),
                        delay.memory().toMillis()))
                .thenApply(RedisThrottle::reading);
    }

    private static Reading reading(Reply reply) {
        List<Object> parts = reply.parts();
        return new Reading(reply.yes(), (Long) parts.get(2), Duration.ofMillis((Long) parts.get(3)));
    }

    @Override
    public CompletionStage<Void> forget(String name) {
        return scripts.run(new Call(Script.WITHDRAW, List.of(keyspace.delay(name)), Long.MAX_VALUE))
                .thenAccept(done -> {});
    }

    @Override
    public CompletionStage<Void> withdraw(String name) {
        return scripts.run(new Call(Script.WITHDRAW, List.of(keyspace.delay(name)), 1))
                .thenAccept(done -> {});
    }

    private record ServerTime(ServerClock time) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return TimeUnit.MILLISECONDS.toNanos(time.millis());
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
