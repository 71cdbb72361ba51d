package dev.alacena.cache.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;

/** A store that answers an operation the first time, but whose answer arrives only after something else has happened. */
final class Slow {
    private Slow() {}

    static Store after(String operation, Store store, Runnable meanwhile) {
        AtomicBoolean first = new AtomicBoolean(true);
        return (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class}, (p, m, a) -> {
            try {
                Object answer = m.invoke(store, a);
                if (m.getName().equals(operation) && first.getAndSet(false)) {
                    meanwhile.run();
                }
                return answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
