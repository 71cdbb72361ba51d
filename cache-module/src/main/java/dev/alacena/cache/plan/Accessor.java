package dev.alacena.cache.plan;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one property of an object.
 *
 * @param method a record's accessor or a getter
 */
record Accessor(Method method) {

    /** A method that is no longer asked whether it is public. */
    static Accessor of(Method method) {
        method.trySetAccessible();
        return new Accessor(method);
    }

    /** The property of a type by its name. */
    static Optional<Accessor> of(Class<?> type, String property) {
        String capital = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        return Arrays.stream(type.getMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() != void.class)
                .filter(method -> (method.getName().equals(property) && type.isRecord())
                        || method.getName().equals("get" + capital)
                        || method.getName().equals("is" + capital))
                .findFirst()
                .map(Accessor::of);
    }

    Class<?> type() {
        return method.getReturnType();
    }

    @Nullable
    Object read(Object target) {
        try {
            return method.invoke(target);
        } catch (InvocationTargetException | IllegalAccessException e) {
            throw new IllegalArgumentException("cannot read " + method, e);
        }
    }
}
