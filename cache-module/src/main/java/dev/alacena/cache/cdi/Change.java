package dev.alacena.cache.cdi;

import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Space;
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
import java.util.Optional;
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
    private volatile Optional<Update> update = Optional.empty();

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

    /** What the call leaves; empty before it has returned. */
    Optional<Update> update() {
        return update;
    }

    /**
     * What the call may leave without a transaction: of a key that was fenced before it ran. Otherwise the older of two
     * writers could come last.
     */
    Map<Key, Update> updateOfKnownKey() {
        return leavesKnownKey() ? update.map(one -> Map.of(one.key(), one)).orElse(Map.of()) : Map.of();
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
        Target target = writing.update();
        if (target != null && tags != null) {
            try {
                update = Writes.update(Calls.request(target, done), tags, done.result());
            } catch (RuntimeException e) {
                withoutKey(target.space(), e);
            }
        }
    }

    private @Nullable Map<String, Long> versions(Writes writes) {
        Target target = writing.update();
        if (target == null || target.tags().isEmpty()) {
            return Map.of();
        }
        try {
            List<String> names = Calls.tags(target, call);
            return writes.versions(target.space(), names);
        } catch (RuntimeException e) {
            withoutKey(target.space(), e);
            return null;
        }
    }

    private Changes changes(Invocation invocation, Phase phase) {
        return Calls.changes(writing, invocation, phase, this::withoutKey);
    }

    /** A message may quote values, and stays out of the log. */
    private void withoutKey(@Nullable Space space, RuntimeException e) {
        if (space != null) {
            space.counters().count(Counters.Event.FAULT);
        }
        LOG.log(
                Level.WARNING,
                "No key for a call of {0}: {1}",
                plan.place(),
                e.getClass().getName());
    }
}
