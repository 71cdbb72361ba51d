package dev.alacena.cache.cdi;

import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Update;
import dev.alacena.cache.engine.Writes;
import dev.alacena.cache.plan.Calls;
import dev.alacena.cache.plan.Calls.Phase;
import dev.alacena.cache.plan.Invocation;
import dev.alacena.cache.plan.MethodPlan;
import dev.alacena.cache.plan.MethodPlan.Target;
import dev.alacena.cache.plan.MethodPlan.Writing;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one call changes, as far as it is known: first from its arguments, then from its result. Used by one thread at a time. */
final class Change {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private final MethodPlan plan;
    private final Writing writing;
    private final Invocation call;
    private final Changes before;
    private final @Nullable Map<String, Long> tags;
    private volatile Changes after = Changes.NONE;
    private volatile Map<Key, Update> updates = Map.of();

    Change(MethodPlan plan, Writing writing, Invocation call, Writes writes) {
        this.plan = plan;
        this.writing = writing;
        this.call = call;
        this.before = changes(call, Phase.BEFORE);
        this.tags = versions(writes);
    }

    Changes before() {
        return before;
    }

    Changes after() {
        return after;
    }

    Map<Key, Update> updates() {
        return updates;
    }

    /** Whether the call leaves a value under a key that is known before it runs. */
    boolean leavesKnownKey() {
        Target update = writing.update();
        return update != null && Calls.in(Phase.BEFORE, update);
    }

    /** The call has returned, or its stage has brought, this. */
    void returned(@Nullable Object value) {
        Invocation done = call.returned(plan.result().unwrap(value));
        after = changes(done, Phase.AFTER);
        Target update = writing.update();
        if (update != null && tags != null) {
            try {
                Request request = Calls.request(update, done, false);
                updates = Map.of(request.key(), new Update(request, tags, done.result()));
            } catch (RuntimeException e) {
                withoutKey(e);
            }
        }
    }

    private @Nullable Map<String, Long> versions(Writes writes) {
        Target update = writing.update();
        if (update == null || update.tags().isEmpty()) {
            return Map.of();
        }
        try {
            List<String> names = Calls.tags(update, call);
            return writes.versions(update.space(), names);
        } catch (RuntimeException e) {
            withoutKey(e);
            return null;
        }
    }

    private Changes changes(Invocation invocation, Phase phase) {
        try {
            return Calls.changes(writing, invocation, phase);
        } catch (RuntimeException e) {
            withoutKey(e);
            return Changes.NONE;
        }
    }

    private void withoutKey(RuntimeException e) {
        LOG.log(Level.WARNING, "No key for a call of {0}: {1}", plan.place(), e.getMessage());
    }
}
