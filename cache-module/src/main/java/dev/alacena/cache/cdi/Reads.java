package dev.alacena.cache.cdi;

import dev.alacena.cache.engine.AsyncLoader;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Entry;
import dev.alacena.cache.engine.Observation;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Shortcut;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.plan.Calls;
import dev.alacena.cache.plan.Invocation;
import dev.alacena.cache.plan.MethodPlan;
import dev.alacena.cache.plan.Plans;
import dev.alacena.cache.plan.Result;
import jakarta.inject.Inject;
import jakarta.interceptor.InvocationContext;
import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Turns an intercepted call into a request to the engine. Thread-safe. */
@Part
class Reads {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private final Plans plans;
    private final Cupboard cupboard;
    private final Transactions transactions;

    @Inject
    public Reads(Plans plans, Cupboard cupboard, Transactions transactions) {
        this.plans = plans;
        this.cupboard = cupboard;
        this.transactions = transactions;
    }

    @Nullable
    Object answer(InvocationContext context) throws Exception {
        MethodPlan plan = plans.find(context.getTarget().getClass(), context.getMethod());
        Shortcut shortcut = plan.shortcut();
        return shortcut == null || plan.read() == null || transactions.changing() || Observation.goesOn()
                ? ask(plan, request(plan, Arguments.of(context)), context)
                : recall(plan, plan.read().space(), shortcut, context);
    }

    private @Nullable Object recall(MethodPlan plan, Space space, Shortcut shortcut, InvocationContext context)
            throws Exception {
        Entry entry = cupboard.engine().recall(shortcut, space, Arguments.of(context));
        if (entry != null) {
            return plan.result().wrap(entry.value());
        }
        Object[] arguments = Arguments.of(context).clone();
        Request request = request(plan, arguments);
        Object answer = ask(plan, request, context);
        if (request != null) {
            cupboard.engine().remember(shortcut, request, arguments);
        }
        return answer;
    }

    private @Nullable Object ask(MethodPlan plan, @Nullable Request request, InvocationContext context)
            throws Exception {
        if (request == null) {
            return context.proceed();
        }
        Result result = plan.result();
        return result.later()
                ? cupboard.async()
                        .get(request, loader(plan, context))
                        .thenApply(result::wrap)
                        .toCompletableFuture()
                : result.wrap(cupboard.engine().get(request, () -> result.unwrap(context.proceed())));
    }

    /** Null when this call has no key: it goes on without the cache. A message may quote values, and stays out of the log. */
    private @Nullable Request request(MethodPlan plan, @Nullable Object[] arguments) {
        if (plan.read() == null) {
            return null;
        }
        try {
            Request request = Calls.request(plan.read(), Invocation.of(arguments));
            return request.with(transactions.view(request));
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "No key for a call of {0}: {1}",
                    plan.place(),
                    e.getClass().getName());
            return null;
        }
    }

    private static AsyncLoader loader(MethodPlan plan, InvocationContext context) {
        Result result = plan.result();
        AsyncLoader loader = () -> stage(context.proceed()).thenApply(result::unwrap);
        return new AsyncLoader() {
            @Override
            public CompletionStage<@Nullable Object> load() throws Exception {
                return loader.load();
            }

            @Override
            public @Nullable AsyncLoader later() {
                return plan.boundToCaller() ? null : CallerContext.keep(loader);
            }
        };
    }

    @SuppressWarnings("unchecked") // the plan says that it is one
    private static CompletionStage<@Nullable Object> stage(@Nullable Object returned) {
        return returned == null ? CompletableFuture.completedStage(null) : (CompletionStage<@Nullable Object>) returned;
    }
}
