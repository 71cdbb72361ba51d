package dev.alacena.cache.redis;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RScript;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/** Runs scripts, and tells the clock what time it is on the server. Thread-safe. */
final class Scripts {
    private final RScript scripts;
    private final ServerClock time;
    private final boolean sharded;

    Scripts(RedissonClient client, ServerClock time) {
        this.scripts = client.getScript(ByteArrayCodec.INSTANCE);
        this.time = time;
        this.sharded = client.getConfig().isClusterConfig();
    }

    /** A script with its keys, all of one slot, and its arguments. */
    record Call(Script script, List<Object> keys, List<?> arguments) {
        Call(Script script, List<Object> keys, Object... arguments) {
            this(script, keys, List.of(arguments));
        }
    }

    /** What a script answered: a list whose second element is the server's time. */
    record Reply(List<Object> parts) {
        long code() {
            return (Long) parts.get(0);
        }

        long now() {
            return (Long) parts.get(1);
        }

        boolean yes() {
            return code() == 1;
        }
    }

    CompletionStage<Reply> run(Call call) {
        long sent = time.nanos();
        return call.script().run(scripts, call.keys(), call.arguments()).thenApply(parts -> reply(parts, sent));
    }

    /** Runs a script and announces it, in one step where one server has all slots; the announcement never comes first. */
    CompletionStage<Reply> run(Call call, Announcing announcing) {
        if (sharded) {
            return run(call)
                    .thenCompose(reply -> run(announcing.call(reply.now())).thenApply(done -> reply));
        }
        List<Object> keys = new ArrayList<>(call.keys());
        keys.addAll(announcing.keys());
        List<Object> arguments = new ArrayList<>();
        arguments.add(call.keys().size());
        arguments.add(call.arguments().size());
        arguments.addAll(call.arguments());
        arguments.addAll(announcing.arguments());
        long sent = time.nanos();
        return call.script().runAnnounced(scripts, keys, arguments).thenApply(parts -> reply(parts, sent));
    }

    /** What announcing takes besides the server's time of what is announced. */
    record Announcing(List<Object> keys, List<?> arguments) {
        Call call(long serverMillis) {
            List<Object> all = new ArrayList<>();
            all.add(serverMillis);
            all.addAll(arguments);
            return new Call(Script.ANNOUNCE, keys, all);
        }
    }

    private Reply reply(List<Object> parts, long sent) {
        Reply reply = new Reply(parts);
        time.set(reply.now(), sent);
        return reply;
    }
}
