package dev.alacena.cache.local;

import dev.alacena.cache.engine.Announcement;
import dev.alacena.cache.engine.Findings;
import dev.alacena.cache.engine.Revocation;
import dev.alacena.cache.engine.Revocation.Kind;
import dev.alacena.cache.engine.RevocationCopy;
import dev.alacena.cache.engine.Suspect;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The copy of the revocations in the memory of one JVM. Thread-safe. */
final class MemoryRevocations implements RevocationCopy {
    private final Consumer<Announcement> tell;
    private final Map<String, Revocation> fields = new HashMap<>();
    private final Set<String> rebuilds = new HashSet<>();
    private String mark = "";

    MemoryRevocations(Consumer<Announcement> tell) {
        this.tell = tell;
    }

    @Override
    public CompletionStage<Void> add(Revocation revocation) {
        put(List.of(revocation));
        tell.accept(new Announcement.OfRevocation(revocation));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public synchronized CompletionStage<Void> put(List<Revocation> revocations) {
        revocations.forEach(one -> fields.merge(one.field(), one, MemoryRevocations::both));
        return CompletableFuture.completedStage(null);
    }

    private static Revocation both(Revocation one, Revocation other) {
        return new Revocation(
                one.kind(),
                one.issuer(),
                one.name(),
                Math.max(one.mark(), other.mark()),
                Math.max(one.until(), other.until()));
    }

    @Override
    public synchronized CompletionStage<Answer> find(Suspect suspect) {
        Revocation subject = field(Kind.SUBJECT, suspect.issuer(), suspect.subject());
        boolean named = field(Kind.TOKEN, suspect.issuer(), suspect.id()) != null
                || field(Kind.SESSION, suspect.issuer(), suspect.session()) != null;
        Findings findings = new Findings(named, subject == null ? Findings.NO_MARK : subject.mark());
        return done(new Answer(!mark.isEmpty(), findings));
    }

    private @Nullable Revocation field(Kind kind, String issuer, @Nullable String name) {
        return name == null ? null : fields.get(Revocation.field(kind, issuer, name));
    }

    @Override
    public synchronized CompletionStage<Page> page(String cursor) {
        return done(new Page(mark, START, List.copyOf(fields.values())));
    }

    @Override
    public synchronized CompletionStage<String> begin() {
        String rebuild = UUID.randomUUID().toString();
        rebuilds.add(rebuild);
        return done(rebuild);
    }

    @Override
    public synchronized CompletionStage<Boolean> complete(String rebuild) {
        boolean nothingLost = rebuilds.remove(rebuild);
        mark = nothingLost ? rebuild : mark;
        return done(nothingLost);
    }

    private static <T> CompletionStage<T> done(T value) {
        return CompletableFuture.completedStage(value);
    }
}
