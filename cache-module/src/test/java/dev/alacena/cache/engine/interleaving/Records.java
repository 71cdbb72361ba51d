package dev.alacena.cache.engine.interleaving;

import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A store that records sweeps, as Redis does, and hands those that were not made in time to a node that lives. */
final class Records {
    private final Map<Intent, Long> ends = new HashMap<>();
    private final Scene scene;

    private record Intent(Sweep sweep, String fence) {}

    private Records(Scene scene) {
        this.scene = scene;
    }

    static Store kept(Scene scene, Store plain) {
        Records records = new Records(scene);
        scene.atTheEnd(records::handOut);
        return new Twist<>(Store.class, plain)
                .instead("raiseSweep", (arguments, call) -> {
                    long end = scene.time.nanos() + ((Duration) arguments[2]).toNanos();
                    records.ends.put(new Intent((Sweep) arguments[0], (String) arguments[1]), end);
                    return call.call();
                })
                .instead("lowerSweep", (arguments, call) -> {
                    records.ends.remove(new Intent((Sweep) arguments[0], (String) arguments[1]));
                    return call.call();
                })
                .made();
    }

    private void handOut() {
        List.copyOf(ends.keySet()).forEach(one -> {
            scene.ledger.promise("a sweep is recorded for too long", ends.get(one) <= scene.time.nanos(), one);
            scene.a.listener().abandoned(one.sweep(), one.fence());
        });
        scene.ledger.promise("a record is left behind", ends.isEmpty(), ends);
    }
}
