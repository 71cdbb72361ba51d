package dev.alacena.cache.engine.interleaving;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Store.Answer;
import dev.alacena.cache.engine.Store.Claim;
import dev.alacena.cache.engine.Store.Found;
import dev.alacena.cache.engine.Store.Lease;
import dev.alacena.cache.engine.Store.Value;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A store that lacks one defence, with what it takes to lack it: who loads, who writes, and what ought to be gone. */
final class Loose {
    final Store plain;
    private final Map<Key, String> tokens = new HashMap<>();
    private final Map<Key, Set<String>> fences = new HashMap<>();
    private final Map<Key, Found> kept = new HashMap<>();
    private final Twist<Store> twist;

    private Loose(Store plain) {
        this.plain = plain;
        this.twist = new Twist<>(Store.class, plain)
                .instead("claim", (arguments, call) -> {
                    Object answer = call.call();
                    if (granted(answer)) {
                        tokens.put(key(arguments), ((Lease) arguments[1]).token());
                    }
                    return answer;
                })
                .instead("raise", (arguments, call) -> {
                    fences(key(arguments)).add((String) arguments[1]);
                    return call.call();
                });
    }

    /** One defence taken out. */
    interface Out {
        void of(Loose store);
    }

    static Scenario.Between<Store> without(Out defence) {
        return (scene, plain) -> {
            Loose loose = new Loose(plain);
            defence.of(loose);
            return loose.twist.made();
        };
    }

    Loose instead(String operation, Twist.Operation other) {
        twist.instead(operation, other);
        return this;
    }

    /** The last token that got the lease. */
    String token(Key key) {
        return tokens.getOrDefault(key, "");
    }

    /** All fences that were ever raised. */
    Set<String> fences(Key key) {
        return fences.computeIfAbsent(key, none -> new HashSet<>());
    }

    /** Lets a value be read until the fence comes down, though the plain store has it not. */
    void keep(Key key, Found found) {
        kept.put(key, found);
        instead(
                "read",
                (arguments, call) -> kept.containsKey(key(arguments)) ? done(kept.get(key(arguments))) : call.call());
        instead("lower", (arguments, call) -> {
            kept.remove(key(arguments));
            return call.call();
        });
    }

    /** Does what it should, but gives the lease back to whoever had it. */
    @Nullable
    Object sparingTheLease(Object[] arguments, Twist.Plain call) throws Exception {
        Key key = key(arguments);
        Claim claim = get(plain.claim(key, new Lease("probe", Scene.LEASE, null, Duration.ZERO)));
        Object answer = call.call();
        if (claim.answer() == Answer.HELD) {
            plain.claim(key, new Lease(token(key), Scene.LEASE, null, Duration.ZERO));
        }
        return answer;
    }

    Found read(Key key) {
        return get(plain.read(key, List.of()));
    }

    static boolean granted(@Nullable Object answer) {
        return ((Claim) get(answer)).answer() == Answer.GRANTED;
    }

    static Key key(Object[] arguments) {
        return (Key) arguments[0];
    }

    static Value value(Object[] arguments) {
        return (Value) arguments[2];
    }

    static <T> CompletionStage<T> done(T value) {
        return CompletableFuture.completedStage(value);
    }

    static boolean is(@Nullable Object stage) {
        return (Boolean) get(stage);
    }

    static @Nullable Object get(@Nullable Object stage) {
        return get((CompletionStage<?>) stage);
    }

    private static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
