package dev.alacena.cache.engine;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The copies that the calls of one method found last, by their arguments, which are scalars: a hit makes no key. A small
 * direct-mapped table; level 1 decides about what it holds. Thread-safe.
 */
public final class Shortcut {
    private static final int BITS = 9;

    /** Every so many hits one goes the long way, so that level 1 learns what is in use. */
    private static final int LONG_WAY = 64;

    private final AtomicReferenceArray<@Nullable Spot> spots = new AtomicReferenceArray<>(1 << BITS);

    private static final class Spot {
        private final Object[] arguments;
        private final Near.Held held;
        private int hits;

        private Spot(Object[] arguments, Near.Held held) {
            this.arguments = arguments;
            this.held = held;
        }
    }

    /** The entry for these arguments, if level 1 may answer with it. */
    @Nullable
    Entry find(Object[] arguments) {
        Spot spot = spots.get(index(arguments));
        if (spot == null || !same(spot.arguments, arguments) || ++spot.hits % LONG_WAY == 0) {
            return null;
        }
        Near.Copy copy = spot.held.copy();
        return copy == null ? null : (Entry) copy.held();
    }

    /** Remembers what level 1 holds for these arguments. */
    void keep(Object[] arguments, Near.Held held) {
        Near.Copy copy = held.copy();
        if (copy != null && copy.held() instanceof Entry) {
            spots.set(index(arguments), new Spot(arguments.clone(), held));
        }
    }

    private static int index(Object[] arguments) {
        int hash = lone(arguments) ? arguments[0].hashCode() : Arrays.hashCode(arguments);
        return (hash * 0x9E3779B9) >>> (Integer.SIZE - BITS);
    }

    private static boolean same(Object[] kept, Object[] asked) {
        return lone(kept) ? kept[0].equals(asked[0]) : Arrays.equals(kept, asked);
    }

    private static boolean lone(Object[] arguments) {
        return arguments.length == 1 && arguments[0] != null;
    }
}
