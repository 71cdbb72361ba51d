package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Announcement;
import dev.alacena.cache.engine.Findings;
import dev.alacena.cache.engine.Revocation;
import dev.alacena.cache.engine.Revocation.Kind;
import dev.alacena.cache.engine.RevocationCopy;
import dev.alacena.cache.engine.Suspect;
import dev.alacena.cache.redis.Scripts.Call;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The copy of the revocations in one hash, so that an eviction takes all of it or nothing. Its mark names the server on which
 * it was set: one that takes over, or comes back from its disk, may lack the last ones. Thread-safe.
 */
final class RedisRevocations implements RevocationCopy {
    /** Fields of one page, about. */
    private static final int PAGE = 500;

    private final Scripts scripts;
    private final List<Object> key;
    private final Stream stream;

    RedisRevocations(Scripts scripts, Keyspace keyspace, Stream stream) {
        this.scripts = scripts;
        this.key = List.of(keyspace.revocations());
        this.stream = stream;
    }

    @Override
    public CompletionStage<Void> add(Revocation revocation) {
        return scripts.run(revoke(List.of(revocation)), stream.announcing(new Announcement.OfRevocation(revocation)))
                .thenAccept(reply -> {});
    }

    @Override
    public CompletionStage<Void> put(List<Revocation> revocations) {
        return scripts.run(revoke(revocations)).thenAccept(reply -> {});
    }

    private Call revoke(List<Revocation> revocations) {
        List<Object> arguments = new ArrayList<>();
        for (Revocation revocation : revocations) {
            arguments.add(revocation.field());
            arguments.add(revocation.until());
            arguments.add(revocation.mark());
        }
        return new Call(Script.REVOKE, key, arguments);
    }

    @Override
    public CompletionStage<Answer> find(Suspect suspect) {
        return scripts.run(new Call(
                        Script.REVOKED,
                        key,
                        field(Kind.TOKEN, suspect.issuer(), suspect.id()),
                        field(Kind.SESSION, suspect.issuer(), suspect.session()),
                        field(Kind.SUBJECT, suspect.issuer(), suspect.subject())))
                .thenApply(reply -> new Answer(
                        reply.yes(), new Findings((Long) reply.parts().get(2) == 1, (Long)
                                reply.parts().get(3))));
    }

    private static String field(Kind kind, String issuer, @Nullable String name) {
        return name == null ? "" : Revocation.field(kind, issuer, name);
    }

    @Override
    public CompletionStage<Page> page(String cursor) {
        return scripts.run(new Call(Script.REVOCATIONS, key, cursor, PAGE)).thenApply(reply -> {
            List<?> flat = (List<?>) reply.parts().get(4);
            List<Revocation> revocations = new ArrayList<>();
            for (int i = 0; i + 1 < flat.size(); i += 2) {
                Revocation.parse(text(flat.get(i)), text(flat.get(i + 1))).ifPresent(revocations::add);
            }
            String mark = reply.yes() ? text(reply.parts().get(2)) : "";
            return new Page(mark, text(reply.parts().get(3)), revocations);
        });
    }

    @Override
    public CompletionStage<String> begin() {
        String rebuild = UUID.randomUUID().toString();
        return scripts.run(new Call(Script.REBUILD, key, rebuild)).thenApply(reply -> rebuild);
    }

    @Override
    public CompletionStage<Boolean> complete(String rebuild) {
        return scripts.run(new Call(Script.REBUILT, key, rebuild)).thenApply(Scripts.Reply::yes);
    }

    private static String text(Object bytes) {
        return bytes instanceof byte[] raw ? new String(raw, StandardCharsets.UTF_8) : String.valueOf(bytes);
    }
}
