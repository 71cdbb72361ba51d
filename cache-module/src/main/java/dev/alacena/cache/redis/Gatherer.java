package dev.alacena.cache.redis;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/**
 * Sends reads, and gathers into one command those that find enough others on the way. A single reader pays for one {@code
 * GET}; many share few round trips. Thread-safe; never blocks.
 */
final class Gatherer implements Reads {
    /** Names in one command, so that it holds nobody up for long. */
    private static final int MOST = 64;

    private final RedissonClient client;
    private final Queue<Read> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private final ConcurrencyLimit limit = new ConcurrencyLimit();

    Gatherer(RedissonClient client) {
        this.client = client;
    }

    private record Read(List<String> names, CompletableFuture<List<byte @Nullable []>> answer) {}

    @Override
    public CompletionStage<List<byte @Nullable []>> read(List<String> names) {
        if (names.size() == 1 && waiting.isEmpty() && begin()) {
            return alone(names.get(0));
        }
        Read read = new Read(names, new CompletableFuture<>());
        waiting.add(read);
        send();
        return read.answer();
    }

    /** Nobody to share with: no more than the command itself. */
    private CompletionStage<List<byte @Nullable []>> alone(String name) {
        long sent = System.nanoTime();
        return one(name).thenApply(Collections::singletonList).whenComplete((values, failure) -> over(sent, failure));
    }

    private void over(long sent, @Nullable Throwable failure) {
        if (failure == null) {
            limit.took(System.nanoTime() - sent);
        }
        underWay.decrementAndGet();
        send();
    }

    /** Whoever adds a read, and whoever brings an answer back, looks here: no read is left waiting for nobody. */
    private void send() {
        while (!waiting.isEmpty() && begin()) {
            List<Read> reads = next();
            if (reads.isEmpty()) {
                underWay.decrementAndGet();
            } else {
                send(reads);
            }
        }
    }

    private boolean begin() {
        int now = underWay.get();
        while (now < limit.commands()) {
            if (underWay.compareAndSet(now, now + 1)) {
                return true;
            }
            now = underWay.get();
        }
        return false;
    }

    private List<Read> next() {
        List<Read> reads = new ArrayList<>();
        int names = 0;
        Read read;
        while (names < MOST && (read = waiting.poll()) != null) {
            reads.add(read);
            names += read.names().size();
        }
        return reads;
    }

    private void send(List<Read> reads) {
        long sent = System.nanoTime();
        start(reads).whenComplete((values, failure) -> {
            over(sent, failure);
            if (failure != null) {
                reads.forEach(read -> read.answer().completeExceptionally(failure));
            } else {
                reads.forEach(read -> read.answer().complete(pick(read, values)));
            }
        });
    }

    private CompletionStage<Map<String, byte[]>> start(List<Read> reads) {
        try {
            List<String> names = reads.stream()
                    .flatMap(read -> read.names().stream())
                    .distinct()
                    .toList();
            return all(names);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<byte @Nullable []> one(String name) {
        try {
            return client.<byte @Nullable []>getBucket(name, ByteArrayCodec.INSTANCE)
                    .getAsync();
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    private CompletionStage<Map<String, byte[]>> all(List<String> names) {
        if (names.size() == 1) {
            String name = names.get(0);
            return one(name).thenApply(value -> value == null ? Map.of() : Map.of(name, value));
        }
        return client.getBuckets(ByteArrayCodec.INSTANCE).getAsync(names.toArray(String[]::new));
    }

    private static List<byte @Nullable []> pick(Read read, Map<String, byte[]> values) {
        List<byte @Nullable []> picked = new ArrayList<>(read.names().size());
        read.names().forEach(name -> picked.add(values.get(name)));
        return picked;
    }
}
