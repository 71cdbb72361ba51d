package dev.alacena.cache.engine.interleaving;

import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Listener;
import dev.alacena.cache.engine.Near;
import dev.alacena.cache.engine.Store;
import java.util.List;
import java.util.function.Consumer;

/** Puts points in front of operations. */
final class Points {
    private static final List<String> LEVEL_2 = List.of(
            "read",
            "claim",
            "fill",
            "abandon",
            "put",
            "invalidate",
            "raise",
            "lower",
            "tags",
            "invalidateTags",
            "raiseTag",
            "lowerTag",
            "raiseSweep",
            "lowerSweep");
    private static final List<String> LEVEL_1 = List.of("find", "fill", "drop", "dropTags");
    private static final List<String> OWN_WRITES = List.of("drop", "dropTags");

    private Points() {}

    /** A node that hears once, at its start, and then no more: the bound of its level 1 is all that others' writes have. */
    static Store store(Conductor conductor, Store store, Clock clock, Consumer<Listener> told) {
        Twist<Store> points = new Twist<>(Store.class, store);
        LEVEL_2.forEach(operation -> points.instead(operation, (arguments, plain) -> {
            conductor.point(operation);
            return plain.call();
        }));
        points.instead("listen", (arguments, plain) -> {
            Listener listener = (Listener) arguments[0];
            listener.heard(clock.nanos());
            told.accept(listener);
            return null;
        });
        return points.made();
    }

    /** Without level 1 only what a write does on its own node has points: they separate level 2 from the loads there. */
    static Near near(Conductor conductor, Near near, boolean used) {
        Twist<Near> points = new Twist<>(Near.class, near);
        (used ? LEVEL_1 : OWN_WRITES)
                .forEach(operation -> points.instead(operation, (arguments, plain) -> {
                    conductor.point("level 1 " + operation);
                    return plain.call();
                }));
        return points.made();
    }
}
