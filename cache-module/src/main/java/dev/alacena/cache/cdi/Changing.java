package dev.alacena.cache.cdi;

import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Fence;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Update;
import dev.alacena.cache.engine.Writes;
import dev.alacena.cache.plan.Invocation;
import dev.alacena.cache.plan.MethodPlan;
import dev.alacena.cache.plan.MethodPlan.Writing;
import dev.alacena.cache.plan.Plans;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Puts fences around calls that change data: those of the transaction, or around the call itself. Thread-safe. */
@Part
class Changing {
    private static final String AT_WORK = "dev.alacena.cache.invalidating";

    private final Plans plans;
    private final Writes writes;
    private final Transactions transactions;
    private final Executor executor;

    @Inject
    public Changing(Plans plans, Cupboard cupboard, Transactions transactions) {
        this.plans = plans;
        this.writes = cupboard.writes();
        this.transactions = transactions;
        this.executor = cupboard.executor();
    }

    /** Weld binds both interceptors, that of one annotation and that of several, to a method with several: one does it all. */
    @Nullable
    Object invalidate(InvocationContext context) throws Exception {
        if (context.getContextData().putIfAbsent(AT_WORK, true) != null) {
            return context.proceed();
        }
        try {
            MethodPlan plan = plans.find(context.getTarget().getClass(), context.getMethod());
            return call(context, plan, plan.invalidating());
        } finally {
            context.getContextData().remove(AT_WORK);
        }
    }

    @Nullable
    Object update(InvocationContext context) throws Exception {
        MethodPlan plan = plans.find(context.getTarget().getClass(), context.getMethod());
        return call(context, plan, plan.updating());
    }

    private @Nullable Object call(InvocationContext context, MethodPlan plan, Writing writing) throws Exception {
        Change change = new Change(plan, writing, Invocation.of(Arguments.of(context)), writes);
        Unit unit = transactions.join();
        if (plan.result().later()) {
            return later(context, change, unit);
        }
        return unit == null ? alone(context, change) : inTransaction(context, change, unit);
    }

    private @Nullable Object inTransaction(InvocationContext context, Change change, Unit unit) throws Exception {
        join(unit, change);
        Object returned = context.proceed();
        leave(unit, change, returned);
        return returned;
    }

    private static void join(Unit unit, Change change) {
        if (change.leavesKnownKey()) {
            unit.raise(change.before());
        } else {
            unit.touch(change.before());
        }
    }

    private static void leave(Unit unit, Change change, @Nullable Object returned) {
        change.returned(returned);
        unit.touch(change.before().and(change.after()));
        change.update().ifPresent(unit::leave);
    }

    /** The fence stands around the call. A transaction that the call has begun and leaves open takes over from it. */
    private @Nullable Object alone(InvocationContext context, Change change) throws Exception {
        Fence fence = writes.writer();
        writes.raise(fence, change.before());
        try {
            Object returned = context.proceed();
            change.returned(returned);
            return returned;
        } finally {
            Unit begun = transactions.join();
            if (begun == null) {
                finish(fence, change);
            } else {
                begun.touch(change.before().and(change.after()));
                // what the call did before it began the transaction is visible already
                finish(fence, change, Map.of());
            }
        }
    }

    /**
     * The fence stands until the stage is complete. What is complete when the method returns belongs to its transaction;
     * what completes later has committed by itself.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the caller gets it
    private @Nullable Object later(InvocationContext context, Change change, @Nullable Unit unit) throws Exception {
        if (unit != null) {
            join(unit, change);
        }
        Fence fence = writes.writer();
        writes.raise(fence, change.before());
        CompletableFuture<?> stage = null;
        try {
            CompletionStage<?> returned = (CompletionStage<?>) context.proceed();
            stage = returned == null ? null : returned.toCompletableFuture();
            if (unit != null && stage != null && stage.isDone() && !stage.isCompletedExceptionally()) {
                leave(unit, change, stage.join());
                writes.rolledBack(fence, change.before());
                return stage;
            }
        } finally {
            if (stage == null) {
                finish(fence, change);
            }
        }
        return stage == null
                ? null
                : stage.whenCompleteAsync(
                        (value, failure) -> {
                            if (failure == null) {
                                change.returned(value);
                            }
                            finish(fence, change);
                        },
                        executor);
    }

    private void finish(Fence fence, Change change) {
        finish(fence, change, change.updateOfKnownKey());
    }

    private void finish(Fence fence, Change change, Map<Key, Update> updates) {
        writes.raise(fence, change.after());
        writes.committed(fence, change.before().and(change.after()), updates);
    }
}
