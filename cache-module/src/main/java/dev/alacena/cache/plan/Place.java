package dev.alacena.cache.plan;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How messages and keys name a method. */
final class Place {
    private Place() {}

    /** {@code com.acme.Users.find(long)}. */
    static String of(Class<?> bean, Method method) {
        return bean.getName() + "." + signature(method);
    }

    static String signature(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(",", method.getName() + "(", ")"));
    }
}
