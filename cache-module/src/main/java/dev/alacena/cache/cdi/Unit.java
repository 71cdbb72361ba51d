package dev.alacena.cache.cdi;

import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Fence;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Update;
import dev.alacena.cache.engine.View;
import dev.alacena.cache.engine.Writes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.util.HashMap;
import java.util.Map;

/**
 * What one transaction has changed. Fences go up right before its commit and come down after it. Used by the thread of
 * the transaction.
 */
final class Unit implements Synchronization {
    private final Writes writes;
    private final Fence fence;
    private final Map<Key, Update> updates = new HashMap<>();
    private final boolean registered;
    private Changes changes = Changes.NONE;

    /**
     * A unit of a transaction.
     *
     * @param registered whether it is told of the completion; a transaction that can only roll back is none of its business
     */
    Unit(Writes writes, boolean registered) {
        this.writes = writes;
        this.registered = registered;
        this.fence = writes.writer();
    }

    /** From now on this transaction bypasses the cache for these. */
    void touch(Changes touched) {
        changes = changes.and(touched);
        // a value left earlier is older than what is touched now
        updates.keySet().removeIf(touched::touch);
    }

    /** What the transaction sees of what is asked for; an entry may carry tags that the request does not tell. */
    View view(Request request, View unchanged) {
        return changes.touch(request) ? View.CHANGED : unchanged.having(changes.tags());
    }

    /** Raises the fence now instead of before the commit, so that every other writer meets it. */
    void raise(Changes early) {
        touch(early);
        if (registered) {
            writes.raise(fence, early);
        }
    }

    void leave(Update update) {
        updates.put(update.key(), update);
    }

    @Override
    public void beforeCompletion() {
        writes.raise(fence, changes);
    }

    @Override
    public void afterCompletion(int status) {
        if (status == Status.STATUS_COMMITTED) {
            writes.committed(fence, changes, updates);
        } else if (status == Status.STATUS_ROLLEDBACK) {
            writes.rolledBack(fence, changes);
        } else {
            writes.unknown(changes);
        }
    }
}
