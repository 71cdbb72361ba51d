package dev.alacena.cache.plan;

import dev.alacena.api.CacheKey;
import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.KeyGenerator;
import dev.alacena.api.NeverCache;
import dev.alacena.api.UpdateCache;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
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

    /** Whether a parameter is marked with {@code @CacheKey}. */
    boolean marked() {
        return Arrays.stream(method.getParameters()).anyMatch(p -> p.isAnnotationPresent(CacheKey.class));
    }

    /** Whether the key is made of the parameters, so that marks have an effect. */
    boolean keyOfParameters() {
        Cached cached = cached();
        return cached != null && cached.key().isEmpty() && cached.keyGenerator() == KeyGenerator.class;
    }

    /** The generators that the annotations name. */
    Stream<Class<? extends KeyGenerator>> generators() {
        Cached cached = cached();
        UpdateCache update = update();
        return Stream.concat(
                        Stream.of(
                                cached == null ? KeyGenerator.class : cached.keyGenerator(),
                                update == null ? KeyGenerator.class : update.keyGenerator()),
                        invalidations().stream().map(InvalidateCache::keyGenerator))
                .filter(type -> type != KeyGenerator.class);
    }

    /** Whether it says of its own result that it must never be cached. */
    boolean neverCached() {
        return method.isAnnotationPresent(NeverCache.class);
    }

    /** What of its result must never be cached, though annotations ask for it. */
    List<String> secrets(Function<Type, List<String>> marks) {
        boolean fills = cached() != null || update() != null;
        return !fills ? List.of() : neverCached() ? List.of("all of it") : marks.apply(result().payload());
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
