package dev.alacena.cache.redis;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.redisson.api.RStream;
import org.redisson.api.RedissonClient;
import org.redisson.api.stream.StreamMessageId;
import org.redisson.api.stream.StreamReadArgs;
import org.redisson.client.codec.ByteArrayCodec;

/** Waits for messages by a blocking read. What it returns proves nothing; it only says when to ask. Used by one thread. */
final class Wake implements StreamReader.Waiting {
    private static final long AGAIN_MILLIS = 50;

    /** What is announced at about the same time comes in one turn: each turn costs Redis a script. */
    private static final long TOGETHER_MILLIS = 1;

    private final RStream<byte[], byte[]> stream;
    private final Duration longest;

    Wake(RedissonClient client, Keyspace keyspace, Duration maxStaleness) {
        this.stream = client.getStream(keyspace.stream(), ByteArrayCodec.INSTANCE);
        // 0 would mean for ever
        this.longest = Duration.ofMillis(Math.max(1, maxStaleness.toMillis() / 3));
    }

    @Override
    public void forMessage(String position) throws InterruptedException {
        try {
            stream.readAsync(StreamReadArgs.greaterThan(id(position)).count(1).timeout(longest))
                    .toCompletableFuture()
                    .get(longest.toMillis() + 1000, TimeUnit.MILLISECONDS);
            Thread.sleep(TOGETHER_MILLIS);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            forServer();
        }
    }

    @Override
    public void forServer() throws InterruptedException {
        Thread.sleep(AGAIN_MILLIS);
    }

    private static StreamMessageId id(String position) {
        String[] parts = position.split("-", 2);
        return new StreamMessageId(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }
}
