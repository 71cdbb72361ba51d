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
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** The copy of the revocations in the memory of one JVM. Thread-safe. */
final class MemoryRevocations implements RevocationCopy {
    /** Fewer are not worth a look at what is over. */
    private static final int FEW = 1_000;

    /** Longer than any clock is wrong. */
    private static final long DOUBT_SECONDS = 7_200;

    private final Consumer<Announcement> tell;
    private final LongSupplier seconds;
    private final Map<String, Revocation> fields = new HashMap<>();
    private final Set<String> rebuilds = new HashSet<>();
    private String mark = "";
    private int pruneAt = FEW;

    /** Knows the seconds since 1970. */
    MemoryRevocations(Consumer<Announcement> tell, LongSupplier seconds) {
        this.tell = tell;
        this.seconds = seconds;
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
        if (fields.size() > pruneAt) {
            prune();
        }
        return CompletableFuture.completedStage(null);
    }

    /** At each doubling, so that one revocation costs no look at all others. */
    private void prune() {
        long over = seconds.getAsLong() - DOUBT_SECONDS;
        fields.values().removeIf(one -> one.until() < over);
        pruneAt = Math.max(FEW, 2 * fields.size());
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
