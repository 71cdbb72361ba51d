package dev.alacena.cache.engine.interleaving;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * A store whose sweeps take as many steps as they do in Redis: each look meets the entries, then the leases, and something
 * may happen in between.
 */
final class Scan {
    private final Map<Key, String> tokens = new HashMap<>();
    private final Store store;
    private final Conductor conductor;

    private Scan(Store store, Conductor conductor) {
        this.store = store;
        this.conductor = conductor;
    }

    static Scenario.Between<Store> looking(int times) {
        return (scene, plain) -> new Scan(plain, scene.conductor).store(times);
    }

    private Store store(int looks) {
        return new Twist<>(Store.class, store)
                .instead("claim", (arguments, plain) -> {
                    Store.Lease lease = (Store.Lease) arguments[1];
                    Object answer = plain.call();
                    if (Loose.granted(answer)) {
                        tokens.put((Key) arguments[0], lease.token());
                    }
                    return answer;
                })
                .instead("sweep", (arguments, plain) -> {
                    long entries = 0;
                    for (int i = 0; i < looks; i++) {
                        entries += look((Sweep) arguments[0]);
                    }
                    return Loose.done(entries);
                })
                .made();
    }

    private long look(Sweep sweep) {
        conductor.point("sweep of entries");
        long entries = tokens.keySet().stream()
                .filter(sweep::matches)
                .filter(key -> done(store.read(key, List.of())).bytes() != null && done(store.invalidate(key)))
                .count();
        conductor.point("sweep of leases");
        tokens.forEach((key, token) -> {
            if (sweep.matches(key)) {
                done(store.abandon(key, token));
            }
        });
        return entries;
    }

    private static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().join();
    }
}
