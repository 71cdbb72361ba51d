package dev.alacena.cache.engine;

import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** The revocations that this node and the store know. Thread-safe; none of it fails because of the store. */
public final class Revocations {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private final KnownRevocations known;
    private final RevocationCopy copy;
    private final Link link;
    private final Sending sending;
    private final Map<Source, LongAdder> answers = new EnumMap<>(Source.class);
    private volatile boolean compared;

    /** Who answered a check. */
    public enum Source {
        MEMORY,
        REDIS,
        DATABASE,
        /** Memory that may lack something, as the settings allow. */
        TRUSTED_MEMORY,
        /** Nobody could. */
        UNSURE
    }

    Revocations(KnownRevocations known, RevocationCopy copy, Link link, Sending sending) {
        this.known = known;
        this.copy = copy;
        this.link = link;
        this.sending = sending;
        for (Source source : Source.values()) {
            answers.put(source, new LongAdder());
        }
    }

    void answered(Source source) {
        adder(source).increment();
    }

    /** How many checks were answered so. */
    public long answers(Source source) {
        return adder(source).sum();
    }

    @SuppressWarnings("NullAway") // every source has its adder
    private LongAdder adder(Source source) {
        return answers.get(source);
    }

    /** What this node has in memory. */
    public KnownRevocations known() {
        return known;
    }

    RevocationCopy copy() {
        return copy;
    }

    /**
     * Whether this node has read the authority since it began. Before, a copy that is marked complete may lack what a node
     * wrote down and could not tell before its end.
     */
    boolean compared() {
        return compared;
    }

    void wereCompared() {
        compared = true;
    }

    /** Makes it known here at once, and tells the others; what cannot be told now is told later. */
    public void spread(Revocation revocation) {
        known.add(revocation);
        try {
            link.outcome(sending.send(new Announcement.OfRevocation(revocation), () -> copy.add(revocation)));
        } catch (Link.UnavailableException e) {
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
