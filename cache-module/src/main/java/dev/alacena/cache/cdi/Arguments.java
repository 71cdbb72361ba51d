package dev.alacena.cache.cdi;

import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** The arguments of an intercepted call. */
final class Arguments {
    private static final @Nullable Object[] NONE = {};

    private Arguments() {}

    /** In the order of the parameters; the array of the call itself. Some EJB containers have null for a method without any. */
    static @Nullable Object[] of(InvocationContext context) {
        @Nullable Object @Nullable [] arguments = context.getParameters();
        return arguments == null ? NONE : arguments;
    }
}
