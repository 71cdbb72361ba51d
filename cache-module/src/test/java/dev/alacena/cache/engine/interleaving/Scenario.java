package dev.alacena.cache.engine.interleaving;

import dev.alacena.cache.engine.Clock;
import dev.alacena.cache.engine.Near;
import dev.alacena.cache.engine.Store;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What some actors do at the same time, and under which conditions. */
final class Scenario {
    final Map<String, Role> roles = new LinkedHashMap<>();
    boolean near;
    boolean warm;
    boolean fromReturn;
    boolean mortal;
    boolean unsent;
    int loads = Integer.MAX_VALUE;
    List<String> tags = List.of();
    Between<Store> store = (scene, plain) -> plain;
    Between<Near> level1 = (scene, plain) -> plain;
    UnaryOperator<Clock> clock = UnaryOperator.identity();

    /** What one actor does. */
    interface Role {
        void play(Scene scene) throws Exception;
    }

    /** What stands between the nodes and one of their levels. */
    interface Between<T> {
        T around(Scene scene, T plain);
    }

    Scenario actor(String name, Role role) {
        roles.put(name, role);
        return this;
    }

    /** Nodes have a level 1. */
    Scenario near() {
        near = true;
        return this;
    }

    /** The value is cached when the actors begin. */
    Scenario warm() {
        warm = true;
        return this;
    }

    /** The entry carries tags. */
    Scenario tagged(String... names) {
        tags = List.of(names);
        return this;
    }

    /** A write counts when it has returned; otherwise as soon as it is committed, since its fence stands by then. */
    Scenario countingFromReturn() {
        fromReturn = true;
        return this;
    }

    /** Somebody dies, so that leases and fences may be left for their time. */
    Scenario mortal() {
        mortal = true;
        return this;
    }

    /** Invalidations do not arrive until all have finished, so that other nodes are promised nothing. */
    Scenario unsent() {
        unsent = true;
        return this;
    }

    /** No more loads than these. */
    Scenario loadingAtMost(int times) {
        loads = times;
        return this;
    }

    /** With something else for level 2. */
    Scenario store(Between<Store> other) {
        Between<Store> inner = store;
        store = (scene, plain) -> other.around(scene, inner.around(scene, plain));
        return this;
    }

    /** With another clock for the nodes. */
    Scenario clock(UnaryOperator<Clock> other) {
        clock = other;
        return this;
    }

    /** With something else for level 1. */
    Scenario level1(Between<Near> other) {
        level1 = other;
        return this;
    }
}
