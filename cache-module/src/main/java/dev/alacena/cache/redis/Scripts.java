package dev.alacena.cache.redis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.redisson.api.BatchOptions;
import org.redisson.api.BatchResult;
import org.redisson.api.RBatch;
import org.redisson.api.RScript;
import org.redisson.api.RScriptAsync;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/** Runs scripts, and tells the clock what time it is on the server. Thread-safe. */
final class Scripts {
    private final RedissonClient client;
    private final RScript scripts;
    private final ServerClock time;
    private final boolean sharded;

    Scripts(RedissonClient client, ServerClock time) {
        this.client = client;
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

    /**
     * What a script answered.
     *
     * @param parts the second one is the server's time
     * @param confirmed whether as many replicas have it as were wanted
     */
    record Reply(List<Object> parts, boolean confirmed) {
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
        return run(call, Wanted.NONE);
    }

    /** How many replicas have to confirm a script, and within what time. */
    record Wanted(int replicas, Duration atMost) {
        static final Wanted NONE = new Wanted(0, Duration.ZERO);
    }

    CompletionStage<Reply> run(Call call, Wanted wanted) {
        return send(scripts -> call.script().run(scripts, call.keys(), call.arguments()), wanted);
    }

    /** Runs a script and announces it, in one step where one server has all slots; the announcement never comes first. */
    CompletionStage<Reply> run(Call call, Announcing announcing, Wanted wanted) {
        if (sharded) {
            return run(call, wanted)
                    .thenCompose(reply -> run(announcing.call(reply.now())).thenApply(done -> reply));
        }
        List<Object> keys = new ArrayList<>(call.keys());
        keys.addAll(announcing.keys());
        List<Object> arguments = new ArrayList<>();
        arguments.add(call.keys().size());
        arguments.add(call.arguments().size());
        arguments.addAll(call.arguments());
        arguments.addAll(announcing.arguments());
        return send(scripts -> call.script().runAnnounced(scripts, keys, arguments), wanted);
    }

    /** A script that is about to be sent, alone or in a batch. */
    private interface Sending {
        CompletionStage<List<Object>> by(RScriptAsync scripts);
    }

    private CompletionStage<Reply> send(Sending script, Wanted wanted) {
        long sent = time.nanos();
        return wanted.replicas() == 0
                ? script.by(scripts).thenApply(parts -> reply(parts, true, sent))
                : confirmed(script, wanted)
                        .thenApply(result -> reply(parts(result), result.getSyncedSlaves() >= wanted.replicas(), sent));
    }

    /** {@code WAIT} has to follow on the same connection, as a batch does; its answer may take as long as it waits, and more. */
    @SuppressWarnings("FutureReturnValueIgnored") // the batch has its answer
    private CompletionStage<BatchResult<?>> confirmed(Sending script, Wanted wanted) {
        RBatch batch = client.createBatch(BatchOptions.defaults()
                .sync(wanted.replicas(), wanted.atMost())
                .responseTimeout(2 * wanted.atMost().toMillis(), TimeUnit.MILLISECONDS)
                .retryAttempts(0));
        script.by(batch.getScript(ByteArrayCodec.INSTANCE));
        return batch.executeAsync().thenApply(Function.identity());
    }

    @SuppressWarnings("unchecked") // a script answers a list
    private static List<Object> parts(BatchResult<?> result) {
        return (List<Object>) result.getResponses().get(0);
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

    private Reply reply(List<Object> parts, boolean confirmed, long sent) {
        Reply reply = new Reply(parts, confirmed);
        time.set(reply.now(), sent);
        return reply;
    }
}
