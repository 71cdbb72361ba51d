package dev.alacena.cache.engine;

import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** The revocations that this node and the store know. Thread-safe; none of it fails because of the store. */
public final class Revocations {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private final KnownRevocations known;
    private final RevocationCopy copy;
    private final Link link;
    private final Sending sending;

    Revocations(KnownRevocations known, RevocationCopy copy, Link link, Sending sending) {
        this.known = known;
        this.copy = copy;
        this.link = link;
        this.sending = sending;
    }

    /** What this node has in memory. */
    public KnownRevocations known() {
        return known;
    }

    RevocationCopy copy() {
        return copy;
    }

    /** Makes it known here at once, and tells the others; what cannot be told now is told later. */
    public void spread(Revocation revocation) {
        known.add(revocation);
        if (!link.awaitAnyway(sending.send(new Announcement.OfRevocation(revocation), () -> copy.add(revocation)))) {
            LOG.log(Level.DEBUG, "a revocation is kept until Redis answers");
        }
    }

    /** What the store answers, within its limit; empty when it does not. */
    <T> Optional<T> ask(Supplier<? extends CompletionStage<T>> command) {
        try {
            return Optional.of(link.await(command));
        } catch (Link.UnavailableException e) {
            return Optional.empty();
        }
    }
}
