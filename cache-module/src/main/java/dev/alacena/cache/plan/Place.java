package dev.alacena.cache.plan;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How messages and keys name a method. */
final class Place {
    private Place() {}

    /** {@code com.acme.Users.find(long)}. */
    static String of(Class<?> bean, Method method) {
        return bean.getName() + "." + signature(method);
    }

    static String signature(Method method) {
        return named(method, Class::getSimpleName);
    }

    /** As {@link #signature}, with the full names of the types: no two methods of a class have the same. */
    static String exact(Method method) {
        return named(method, Class::getName);
    }

    private static String named(Method method, Function<Class<?>, String> name) {
        return Arrays.stream(method.getParameterTypes())
                .map(name)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }
}
