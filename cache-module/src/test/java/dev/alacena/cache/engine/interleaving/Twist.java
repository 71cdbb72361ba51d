package dev.alacena.cache.engine.interleaving;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An interface some of whose operations do something else. */
final class Twist<T> {
    private final Class<T> type;
    private final T plain;
    private final Map<String, Operation> others = new HashMap<>();

    /** What is done instead. */
    interface Operation {
        @Nullable
        Object call(Object[] arguments, Plain plain) throws Exception;
    }

    /** What was meant to be done. */
    interface Plain {
        @Nullable
        Object call() throws Exception;
    }

    Twist(Class<T> type, T plain) {
        this.type = type;
        this.plain = plain;
    }

    Twist<T> instead(String operation, Operation other) {
        others.put(operation, other);
        return this;
    }

    T made() {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Operation other = others.get(method.getName());
                    return other == null
                            ? call(method, arguments)
                            : other.call(arguments, () -> call(method, arguments));
                }));
    }

    private @Nullable Object call(Method method, Object[] arguments) throws Exception {
        try {
            return method.invoke(plain, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }
}
