package dev.alacena.cache.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** A node that hears only what a test tells it. */
final class Deaf {
    final Kitchen node;
    final Listener listener;

    private Deaf(Kitchen node, Listener listener) {
        this.node = node;
        this.listener = listener;
    }

    /** Beside another node, on its store. */
    static Deaf on(Kitchen other) {
        AtomicReference<Listener> captured = new AtomicReference<>();
        Kitchen node = Kitchen.open(ignored -> capturing(other.store, captured::set), other.time);
        return new Deaf(node, captured.get());
    }

    /** A store that hands its listener to a test. */
    static Store capturing(Store store, Consumer<Listener> captured) {
        return (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class}, (p, m, a) -> {
            if (m.getName().equals("listen")) {
                captured.accept((Listener) a[0]);
                return null;
            }
            try {
                return m.invoke(store, a);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
