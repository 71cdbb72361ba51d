package dev.alacena.cache.engine.interleaving;

import static dev.alacena.cache.engine.interleaving.Loose.done;
import static dev.alacena.cache.engine.interleaving.Loose.is;
import static dev.alacena.cache.engine.interleaving.Loose.key;
import static dev.alacena.cache.engine.interleaving.Loose.value;

import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Store.Answer;
import dev.alacena.cache.engine.Store.Claim;
import dev.alacena.cache.engine.Store.Lease;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** What is taken out of leases. */
final class LooseLeases {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private LooseLeases() {}

    static void leaseAtFill(Loose store) {
        store.instead("fill", (arguments, call) -> {
            boolean filled = is(call.call());
            return filled ? done(true) : store.plain.put(key(arguments), value(arguments));
        });
    }

    static void tokenAtFill(Loose store) {
        store.instead(
                "fill",
                (arguments, call) -> store.plain.fill(key(arguments), store.token(key(arguments)), value(arguments)));
    }

    static void answerOfARefusedFill(Loose store) {
        store.instead("fill", (arguments, call) -> {
            call.call();
            return done(true);
        });
    }

    static void oneAtATime(Loose store) {
        store.instead("claim", (arguments, call) -> {
            Claim claim = (Claim) Loose.get(call.call());
            return done(claim.answer() == Answer.HELD ? new Claim(Answer.GRANTED, claim.lately()) : claim);
        });
    }

    static void end(Loose store) {
        store.instead("claim", (arguments, call) -> {
            Lease lease = (Lease) arguments[1];
            return store.plain.claim(key(arguments), new Lease(lease.token(), FOR_EVER, lease.rejected(), lease.age()));
        });
    }

    static void ageOfTheView(Loose store) {
        store.instead("claim", (arguments, call) -> ofAnyAge(store.plain, arguments));
    }

    static CompletionStage<Claim> ofAnyAge(Store plain, Object[] arguments) {
        Lease lease = (Lease) arguments[1];
        return plain.claim(key(arguments), new Lease(lease.token(), lease.ttl(), lease.rejected(), Duration.ZERO));
    }

    static void voidingAtInvalidate(Loose store) {
        store.instead("invalidate", store::sparingTheLease);
    }
}
