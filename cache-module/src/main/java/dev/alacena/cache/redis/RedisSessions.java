package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.session.SessionAuthority;
import dev.alacena.cache.engine.session.SessionRow;
import dev.alacena.cache.engine.session.SessionRules;
import dev.alacena.cache.redis.Scripts.Call;
import dev.alacena.cache.redis.Scripts.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.redisson.api.RScoredSortedSet;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;

/**
 * The sessions of an application without a database: one hash each, that ends with its session, and for each user an index
 * of handles. A session is kept before it is listed, so what the index has and is not there has ended. Thread-safe.
 */
public final class RedisSessions implements SessionAuthority {
    /** How many handles are asked for at once. */
    private static final int STEP = 500;

    /** From how many handles in an index on a new session looks whether the oldest are still there. */
    private static final int MANY = 20;

    private final CompletableFuture<Connected> connected = new CompletableFuture<>();
    private final SessionKeys keys;
    private final SessionRules rules;
    private final Duration limit;
    private final Clock clock;

    private record Connected(RedissonClient client, Scripts scripts) {
        RScoredSortedSet<String> index(String name) {
            return client.getScoredSortedSet(name, StringCodec.INSTANCE);
        }
    }

    /** Sessions on servers that are not reached yet; each operation waits so long for each answer. */
    public RedisSessions(String namespace, SessionRules rules, Duration limit, Clock clock) {
        this.keys = new SessionKeys(namespace);
        this.rules = rules;
        this.limit = limit;
        this.clock = clock;
    }

    /** From now on there is a client. */
    public void reached(RedissonClient client) {
        connected.complete(new Connected(client, new Scripts(client, new ServerClock(clock))));
    }

    @Override
    public void begin(SessionRow row) throws AuthorityException {
        Connected redis = await(connected);
        List<Object> arguments = new ArrayList<>();
        arguments.add(Duration.between(row.createdAt(), rules.end(row)).toMillis());
        arguments.addAll(SessionKeys.fields(row));
        await(redis.scripts().run(new Call(Script.SESSION_BEGIN, List.of(keys.session(row.handle())), arguments)));
        Reply listed = await(redis.scripts()
                .run(new Call(
                        Script.SESSION_INDEX,
                        List.of(keys.index(row.user())),
                        row.createdAt().toEpochMilli(),
                        rules.lastEnd(row).toEpochMilli(),
                        row.handle(),
                        MANY)));
        List<String> oldest = listed.parts().stream()
                .skip(2)
                .map(handle -> new String((byte[]) handle, StandardCharsets.UTF_8))
                .toList();
        living(redis, row.user(), oldest);
    }

    @Override
    public Optional<SessionRow> find(String handle) throws AuthorityException {
        return await(find(await(connected), handle));
    }

    private CompletionStage<Optional<SessionRow>> find(Connected redis, String handle) {
        return redis.client()
                .<String, String>getMap(keys.session(handle), StringCodec.INSTANCE)
                .readAllMapAsync()
                .thenApply(fields -> SessionKeys.row(handle, fields));
    }

    @Override
    public boolean touch(String handle, Instant now) throws AuthorityException {
        return await(await(connected)
                        .scripts()
                        .run(new Call(
                                Script.SESSION_TOUCH,
                                List.of(keys.session(handle)),
                                now.toEpochMilli(),
                                rules.idle().toMillis(),
                                rules.longest().toMillis(),
                                rules.touchInterval().toMillis())))
                .yes();
    }

    @Override
    public List<SessionRow> of(String user) throws AuthorityException {
        Connected redis = await(connected);
        Collection<String> handles =
                await(redis.index(keys.index(user)).valueRangeReversedAsync(0, SessionAuthority.LISTED - 1));
        return living(redis, user, handles);
    }

    /** Those that are there; the others leave the index. */
    private List<SessionRow> living(Connected redis, String user, Collection<String> handles)
            throws AuthorityException {
        Map<String, CompletionStage<Optional<SessionRow>>> asked = new LinkedHashMap<>();
        handles.forEach(handle -> asked.put(handle, find(redis, handle)));
        List<SessionRow> living = new ArrayList<>();
        List<String> ended = new ArrayList<>();
        for (Map.Entry<String, CompletionStage<Optional<SessionRow>>> one : asked.entrySet()) {
            await(one.getValue()).ifPresentOrElse(living::add, () -> ended.add(one.getKey()));
        }
        unlist(redis, user, ended);
        return living;
    }

    @Override
    public boolean end(String user, String handle) throws AuthorityException {
        Connected redis = await(connected);
        boolean ended = await(end(redis, user, handle)).yes();
        if (ended) {
            unlist(redis, user, List.of(handle));
        }
        return ended;
    }

    private CompletionStage<Reply> end(Connected redis, String user, String handle) {
        return redis.scripts().run(new Call(Script.SESSION_END, List.of(keys.session(handle)), user));
    }

    @Override
    public List<String> endAll(String user) throws AuthorityException {
        Connected redis = await(connected);
        List<String> ended = new ArrayList<>();
        Collection<String> some = await(redis.index(keys.index(user)).valueRangeAsync(0, STEP - 1));
        while (!some.isEmpty()) {
            Map<String, CompletionStage<Reply>> asked = new LinkedHashMap<>();
            some.forEach(handle -> asked.put(handle, end(redis, user, handle)));
            for (Map.Entry<String, CompletionStage<Reply>> one : asked.entrySet()) {
                if (await(one.getValue()).yes()) {
                    ended.add(one.getKey());
                }
            }
            unlist(redis, user, some);
            some = await(redis.index(keys.index(user)).valueRangeAsync(0, STEP - 1));
        }
        return ended;
    }

    private void unlist(Connected redis, String user, Collection<String> handles) throws AuthorityException {
        if (!handles.isEmpty()) {
            await(redis.index(keys.index(user)).removeAllAsync(handles));
        }
    }

    private <T> T await(CompletionStage<T> stage) throws AuthorityException {
        try {
            return stage.toCompletableFuture().get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthorityException(e);
        } catch (ExecutionException e) {
            throw new AuthorityException(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw new AuthorityException(e);
        }
    }
}
