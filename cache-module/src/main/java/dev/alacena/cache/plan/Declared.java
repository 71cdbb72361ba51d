package dev.alacena.cache.plan;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.UpdateCache;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A method with at least one of the annotations, as the container found it.
 *
 * @param bean the bean class
 * @param method as declared there or in a superclass
 * @param session whether the bean is a session bean
 */
record Declared(Class<?> bean, Method method, boolean session) {

    static boolean is(Method method) {
        return Stream.of(Cached.class, UpdateCache.class, InvalidateCache.class, InvalidateCache.List.class)
                .anyMatch(method::isAnnotationPresent);
    }

    @Nullable
    Cached cached() {
        return method.getAnnotation(Cached.class);
    }

    @Nullable
    UpdateCache update() {
        return method.getAnnotation(UpdateCache.class);
    }

    List<InvalidateCache> invalidations() {
        return Arrays.asList(method.getAnnotationsByType(InvalidateCache.class));
    }

    String place() {
        return Place.of(bean, method);
    }

    Result result() {
        return Result.of(bean, method);
    }

    /** The cache of {@code @Cached}: its name, or by default the bean and the method. */
    String cache(String name) {
        return name.isEmpty() ? bean.getSimpleName() + "." + method.getName() : name;
    }
}
