package dev.alacena.cache.engine;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The revocations as all nodes share them: a copy of what the authority has. It can be lost at any time, all of it or what a
 * failover loses, and says so: it is complete only while the mark of the rebuild that made it so is there, on the very
 * server on which it was set. A stage fails when the store is out of reach.
 */
public interface RevocationCopy {

    /**
     * What the copy knows against a token.
     *
     * @param complete whether it lacks nothing
     */
    record Answer(boolean complete, Findings findings) {}

    /**
     * A part of the copy.
     *
     * @param mark of the rebuild that made it complete; empty when it is not. Pages of one mark go together
     * @param next cursor of the next page; {@link #START} after the last
     */
    record Page(String mark, String next, List<Revocation> revocations) {
        public Page {
            revocations = List.copyOf(revocations);
        }
    }

    /** The cursor of the first page. */
    String START = "0";

    /** Adds a revocation and tells it to every node. */
    CompletionStage<Void> add(Revocation revocation);

    /** Adds revocations and tells nobody. */
    CompletionStage<Void> put(List<Revocation> revocations);

    CompletionStage<Answer> find(Suspect suspect);

    CompletionStage<Page> page(String cursor);

    /** Begins a rebuild; before the authority is read. */
    CompletionStage<String> begin();

    /** Sets the mark, if nothing was lost since the rebuild began; whether it did. */
    CompletionStage<Boolean> complete(String rebuild);
}
