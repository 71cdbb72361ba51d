package dev.alacena.cache.engine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Sends invalidations, and keeps those that do not arrive until they do. Thread-safe; never blocks. */
final class Sending {
    /** Invalidations that are sent again at the same time. */
    private static final int FEW = 64;

    private final Store store;
    private final Link link;
    private final Journal journal;
    private final Tally tally;
    private volatile Runnable lost = () -> {};

    Sending(Store store, Link link, Journal journal, Tally tally) {
        this.store = store;
        this.link = link;
        this.journal = journal;
        this.tally = tally;
    }

    /** Where invalidations are counted. */
    Tally tally() {
        return tally;
    }

    /** What is to run when an invalidation may not have arrived. */
    void whenLost(Runnable action) {
        lost = action;
    }

    /**
     * Runs a command that invalidates, within the limit; the journal keeps the invalidation if it is not confirmed. A sweep
     * takes as long as it takes: the store bounds each of its steps.
     */
    <T> CompletionStage<T> send(Announcement announcement, Supplier<? extends CompletionStage<T>> command) {
        long ticket = journal.begin(announcement);
        return confirmed(announcement, ticket, link.start(command));
    }

    boolean anyUnsent() {
        return journal.anyUnsent();
    }

    /** Invalidations that the store has not confirmed, and that are sent until it has. */
    int unsent() {
        return journal.lost();
    }

    /** Sends what may not have arrived; whether all of it has now. */
    CompletionStage<Boolean> sendUnsent() {
        return sendAgain(journal.unsent());
    }

    /** Sends all of the last while; whether it arrived. */
    CompletionStage<Boolean> sendRecent() {
        return sendAgain(journal.recent());
    }

    /** A few at a time: a server that has just come back is not to be buried. */
    private CompletionStage<Boolean> sendAgain(List<Announcement> announcements) {
        CompletionStage<Boolean> all = CompletableFuture.completedStage(true);
        for (int from = 0; from < announcements.size(); from += FEW) {
            List<Announcement> few = announcements.subList(from, Math.min(announcements.size(), from + FEW));
            all = all.thenCompose(before -> sendFew(few).thenApply(now -> before && now));
        }
        return all;
    }

    private CompletionStage<Boolean> sendFew(List<Announcement> announcements) {
        CompletionStage<Boolean> all = CompletableFuture.completedStage(true);
        for (Announcement announcement : announcements) {
            long ticket = journal.begin(announcement);
            CompletionStage<Boolean> one = confirmed(announcement, ticket, link.past(() -> invalidate(announcement)))
                    .handle((done, failure) -> failure == null);
            all = all.thenCombine(one, Boolean::logicalAnd);
        }
        return all;
    }

    private <T> CompletionStage<T> confirmed(Announcement announcement, long ticket, CompletionStage<T> stage) {
        CompletionStage<T> bounded = announcement instanceof Announcement.OfSweep ? stage : link.bounded(stage);
        return bounded.whenComplete((answer, failure) -> {
            if (failure == null) {
                journal.sent(announcement, ticket);
            } else {
                journal.lost(announcement, ticket);
                lost.run();
            }
        });
    }

    private CompletionStage<?> invalidate(Announcement announcement) {
        if (announcement instanceof Announcement.OfKey ofKey) {
            return store.invalidate(ofKey.key());
        }
        if (announcement instanceof Announcement.OfTag ofTag) {
            return store.invalidateTags(List.of(ofTag.tag()));
        }
        if (announcement instanceof Announcement.OfRevocation ofRevocation) {
            return store.revocations().add(ofRevocation.revocation());
        }
        return store.sweep(((Announcement.OfSweep) announcement).sweep());
    }
}
