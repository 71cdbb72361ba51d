package dev.alacena.cache.cdi;

import dev.alacena.api.CachedMethod;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.plan.Calls;
import dev.alacena.cache.plan.Invocation;
import dev.alacena.cache.plan.MethodPlan;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** The entries of a method, by arguments. Thread-safe. */
final class OpenMethod implements CachedMethod {
    private final MethodPlan plan;
    private final MethodPlan.Target target;
    private final int parameters;
    private final Hand hand;

    OpenMethod(MethodPlan plan, int parameters, Hand hand) {
        this.plan = plan;
        this.target = Objects.requireNonNull(plan.read());
        this.parameters = parameters;
        this.hand = hand;
    }

    @Override
    public String cache() {
        return target.space().policy().cache();
    }

    @Override
    public String key(@Nullable Object... arguments) {
        return hand.cupboard().store().name(request(arguments).key());
    }

    @Override
    public boolean invalidate(@Nullable Object... arguments) {
        Request request = request(arguments);
        AtomicBoolean existed = new AtomicBoolean();
        hand.touch(Hand.changes(request), () -> existed.set(hand.direct().take(request)));
        return existed.get();
    }

    @Override
    public Optional<Duration> timeToLive(@Nullable Object... arguments) {
        return hand.direct().remaining(request(arguments));
    }

    private Request request(@Nullable Object[] arguments) {
        if (arguments.length != parameters) {
            throw new IllegalArgumentException(
                    "%s has %d parameters, not %d".formatted(plan.place(), parameters, arguments.length));
        }
        return Calls.request(target, Invocation.of(arguments));
    }
}
