package dev.alacena.cache.redis;

import dev.alacena.cache.engine.event.EventStore;
import dev.alacena.cache.engine.event.Note;
import dev.alacena.cache.redis.Scripts.Call;
import dev.alacena.cache.redis.Scripts.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RStream;
import org.redisson.api.RedissonClient;
import org.redisson.api.stream.StreamMessageId;
import org.redisson.api.stream.StreamReadArgs;
import org.redisson.client.codec.ByteArrayCodec;

/** The events of all nodes, in one stream; an event's number is the first part of its id there. Thread-safe. */
final class RedisEvents implements EventStore {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration REST = Duration.ofSeconds(1);

    private final Scripts scripts;
    private final String name;
    private final RStream<byte[], byte[]> stream;

    RedisEvents(Scripts scripts, RedissonClient hearing, Keyspace keyspace) {
        this.scripts = scripts;
        this.name = keyspace.events();
        this.stream = hearing.getStream(name, ByteArrayCodec.INSTANCE);
    }

    @Override
    public CompletionStage<Void> add(Note note) {
        return scripts.run(new Call(
                        Script.EVENT_ADD,
                        List.of(name),
                        MOST,
                        KEPT.toMillis(),
                        note.id(),
                        note.subject(),
                        note.type(),
                        note.data()))
                .thenAccept(done -> {});
    }

    @Override
    public CompletionStage<Turn> from(long number) {
        return scripts.run(new Call(Script.EVENTS, List.of(name), number + "-0", TURN))
                .thenApply(RedisEvents::turn);
    }

    /** A blocking read, on a connection that nobody else waits for. */
    @Override
    public CompletionStage<?> changed(long number) {
        return stream.readAsync(StreamReadArgs.greaterThan(new StreamMessageId(number, 0))
                .count(1)
                .timeout(REST));
    }

    private static Turn turn(Reply reply) {
        List<Numbered> events = ((List<?>) reply.parts().get(3))
                .stream().map(entry -> numbered((List<?>) entry)).toList();
        return new Turn(number(reply.parts().get(2)), events);
    }

    /** What another version has left out is empty. */
    private static Numbered numbered(List<?> entry) {
        Map<String, String> fields = Stream.fields((List<?>) entry.get(1));
        return new Numbered(
                number(entry.get(0)),
                new Note(
                        fields.getOrDefault("id", Stream.text(entry.get(0))),
                        fields.getOrDefault("subject", ""),
                        fields.getOrDefault("type", ""),
                        fields.getOrDefault("data", "")));
    }

    private static long number(Object id) {
        return Long.parseLong(Stream.text(id).split("-", 2)[0]);
    }
}
