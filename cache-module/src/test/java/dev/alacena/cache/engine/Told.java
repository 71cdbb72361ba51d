package dev.alacena.cache.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A store whose operations a test is told of before they happen, and may answer itself. */
final class Told {
    private Told() {}

    /** What is answered instead; null to let the store do it. */
    interface Ear {
        @Nullable
        Object hear(String operation, Object @Nullable [] arguments);
    }

    static Store before(Store store, Ear ear) {
        return (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class}, (p, m, a) -> {
            Object answer = ear.hear(m.getName(), a);
            try {
                return answer == null ? m.invoke(store, a) : answer;
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }
}
