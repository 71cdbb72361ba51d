package dev.alacena.cache.plan;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads one property of an object.
 *
 * @param method a record's accessor or a getter
 * @param type of what it reads
 */
record Accessor(Method method, Class<?> type) {

    /** A method that is no longer asked whether it is public. */
    static Accessor of(Method method) {
        return of(method, method.getReturnType());
    }

    private static Accessor of(Method method, Class<?> type) {
        method.trySetAccessible();
        return new Accessor(method, type);
    }

    /** The property of a type by its name. */
    static Optional<Accessor> of(Class<?> type, String property) {
        if (property.isEmpty()) {
            return Optional.empty();
        }
        String capital = property.substring(0, 1).toUpperCase(Locale.ROOT) + property.substring(1);
        Stream<String> names = Stream.of("get" + capital, "is" + capital);
        return Stream.concat(type.isRecord() ? Stream.of(property) : Stream.empty(), names)
                .flatMap(name -> Arrays.stream(type.getMethods()).filter(method -> reads(method, name)))
                .findFirst()
                .map(method -> of(method, Generics.raw(Generics.resolve(method.getGenericReturnType(), type))));
    }

    /** The type of what it reads, with its arguments, as this class sees it. */
    Type declared(Class<?> owner) {
        return Generics.resolve(method.getGenericReturnType(), owner);
    }

    /** Bridges have the types of an interface, not those of the class. */
    private static boolean reads(Method method, String name) {
        return method.getName().equals(name)
                && method.getParameterCount() == 0
                && method.getReturnType() != void.class
                && !method.isBridge()
                && !Modifier.isStatic(method.getModifiers());
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
