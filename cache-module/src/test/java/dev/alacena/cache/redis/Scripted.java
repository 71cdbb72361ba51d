package dev.alacena.cache.redis;

import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/** A part of a client that answers what a test says. */
final class Scripted {
    private Scripted() {}

    /** What a method answers. */
    interface Answers {
        @Nullable
        Object to(String method, Object[] arguments);
    }

    static <T> T as(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (p, m, a) -> answers.to(m.getName(), a == null ? new Object[0] : a)));
    }
}
