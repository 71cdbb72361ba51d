package dev.alacena.cache.cdi;

import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Fence;
import dev.alacena.cache.engine.Writes;
import dev.alacena.cache.plan.Invocation;
import dev.alacena.cache.plan.MethodPlan;
import dev.alacena.cache.plan.MethodPlan.Writing;
import dev.alacena.cache.plan.Plans;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Puts fences around calls that change data: those of the transaction, or around the call itself. Thread-safe. */
@Part
class Changing {
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

    @Nullable
    Object invalidate(InvocationContext context) throws Exception {
        MethodPlan plan = plans.find(context.getTarget().getClass(), context.getMethod());
        return call(context, plan, plan.invalidating());
    }

    @Nullable
    Object update(InvocationContext context) throws Exception {
        MethodPlan plan = plans.find(context.getTarget().getClass(), context.getMethod());
        return call(context, plan, plan.updating());
    }

    private @Nullable Object call(InvocationContext context, MethodPlan plan, Writing writing) throws Exception {
        Change change = new Change(plan, writing, Invocation.of(context.getParameters()), writes);
        Unit unit = transactions.join();
        if (plan.result().later()) {
            if (unit != null) {
                unit.touch(change.before());
            }
            return later(context, change);
        }
        return unit == null ? alone(context, change) : inTransaction(context, change, unit);
    }

    private @Nullable Object inTransaction(InvocationContext context, Change change, Unit unit) throws Exception {
        if (change.leavesKnownKey()) {
            unit.raise(change.before());
        } else {
            unit.touch(change.before());
        }
        Object returned = context.proceed();
        change.returned(returned);
        unit.touch(change.after());
        change.updates().values().forEach(unit::leave);
        return returned;
    }

    /** The fence stands around the call. */
    private @Nullable Object alone(InvocationContext context, Change change) throws Exception {
        Fence fence = writes.writer();
        writes.raise(fence, change.before());
        try {
            Object returned = context.proceed();
            change.returned(returned);
            return returned;
        } finally {
            finish(fence, change);
        }
    }

    /** The fence stands until the stage is complete. */
    private @Nullable Object later(InvocationContext context, Change change) throws Exception {
        Fence fence = writes.writer();
        writes.raise(fence, change.before());
        CompletionStage<?> stage = null;
        try {
            stage = (CompletionStage<?>) context.proceed();
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
                                executor)
                        .toCompletableFuture();
    }

    private void finish(Fence fence, Change change) {
        writes.raise(fence, change.after());
        writes.committed(fence, change.before().and(change.after()), change.updates());
    }
}
