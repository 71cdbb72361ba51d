package dev.alacena.cache.engine.interleaving;

import static dev.alacena.cache.engine.interleaving.Loose.done;
import static dev.alacena.cache.engine.interleaving.Loose.is;
import static dev.alacena.cache.engine.interleaving.Loose.key;
import static dev.alacena.cache.engine.interleaving.Loose.value;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Store.Found;
import dev.alacena.cache.engine.Store.Lease;
import dev.alacena.cache.engine.Store.Value;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is taken out of fences, of entries and of tags. */
final class LooseFences {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    private LooseFences() {}

    /** As caches do that invalidate after the commit. */
    static void allBeforeTheCommit(Loose store) {
        store.instead("raise", (arguments, call) -> done(false));
        store.instead("lower", (arguments, call) -> store.plain.invalidate(key(arguments)));
    }

    /** As caches do that invalidate before the commit and after it. */
    static void refusal(Loose store) {
        store.instead("raise", (arguments, call) -> store.plain.invalidate(key(arguments)));
        store.instead("lower", (arguments, call) -> store.plain.invalidate(key(arguments)));
    }

    static void deletionAtRaise(Loose store) {
        store.instead("raise", (arguments, call) -> {
            Found found = store.read(key(arguments));
            if (found.bytes() != null) {
                store.keep(key(arguments), found);
            }
            return call.call();
        });
    }

    static void voidingAtRaise(Loose store) {
        Set<String> spared = new HashSet<>();
        store.instead("raise", (arguments, call) -> {
            spared.add(store.token(key(arguments)));
            return call.call();
        });
        store.instead("fill", (arguments, call) -> {
            boolean filled = is(call.call());
            if (!filled && spared.contains((String) arguments[1])) {
                store.keep(
                        key(arguments),
                        new Found(value(arguments).bytes(), value(arguments).bytes(), Scene.TTL, Map.of(), false));
            }
            return done(filled);
        });
    }

    static void end(Loose store) {
        store.instead("raise", (arguments, call) -> store.plain.raise(key(arguments), (String) arguments[1], FOR_EVER));
    }

    /** Only when a fence was raised counts for older views, not when it ended. */
    static Scenario.Between<Store> endForOlderViews() {
        return (scene, plain) -> {
            long[] raised = new long[1];
            return new Twist<>(Store.class, plain)
                    .instead("raise", (arguments, call) -> {
                        raised[0] = scene.time.nanos();
                        return call.call();
                    })
                    .instead("claim", (arguments, call) -> {
                        long age = ((Lease) arguments[1]).age().toNanos();
                        boolean younger = age < scene.time.nanos() - raised[0];
                        return younger ? LooseLeases.ofAnyAge(plain, arguments) : call.call();
                    })
                    .made();
        };
    }

    static void lowering(Loose store) {
        store.instead("lower", (arguments, call) -> done(false));
    }

    static void deletionAtLower(Loose store) {
        store.instead("lower", (arguments, call) -> {
            Found found = store.read(key(arguments));
            Object answer = call.call();
            if (found.bytes() != null) {
                store.plain.put(key(arguments), new Value(found.bytes(), found.remaining()));
            }
            return answer;
        });
    }

    static void voidingAtLower(Loose store) {
        store.instead("lower", store::sparingTheLease);
    }

    static void count(Loose store) {
        store.instead("lower", (arguments, call) -> {
            Key key = key(arguments);
            store.fences(key).forEach(fence -> store.plain.lower(key, fence, null));
            return call.call();
        });
    }

    static void contest(Loose store) {
        store.instead("lower", (arguments, call) -> {
            boolean left = is(call.call());
            return left || arguments[2] == null ? done(left) : store.plain.put(key(arguments), value(arguments));
        });
    }

    static void ofTags(Loose store) {
        store.instead("raiseTag", (arguments, call) -> store.plain.invalidateTags(List.of((String) arguments[0])));
        store.instead("lowerTag", (arguments, call) -> store.plain.invalidateTags(List.of((String) arguments[0])));
    }

    static void versionsOfTags(Loose store) {
        store.instead("raiseTag", (arguments, call) -> done(false));
        store.instead("lowerTag", (arguments, call) -> done(false));
    }
}
