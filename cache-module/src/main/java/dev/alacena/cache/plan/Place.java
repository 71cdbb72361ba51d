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
        return bean.getName() + "." + signature(method, Class::getSimpleName);
    }

    /** {@code com.acme.Users.find(java.lang.String)}: as no other method of any bean is named. */
    static String unique(Class<?> bean, Method method) {
        return bean.getName() + "." + signature(method, Class::getTypeName);
    }

    private static String signature(Method method, Function<Class<?>, String> name) {
        return Arrays.stream(method.getParameterTypes())
                .map(name)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }
}
