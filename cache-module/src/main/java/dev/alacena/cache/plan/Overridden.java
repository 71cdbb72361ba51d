package dev.alacena.cache.plan;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The declarations of a method: where it is, and in the classes and interfaces that it overrides. */
final class Overridden {
    private Overridden() {}

    static List<Method> by(Method method) {
        Set<Class<?>> types = new LinkedHashSet<>();
        collect(method.getDeclaringClass(), types);
        List<Method> declarations = new ArrayList<>();
        for (Class<?> type : types) {
            for (Method other : type.getDeclaredMethods()) {
                if (!other.isBridge()
                        && other.getName().equals(method.getName())
                        && List.of(other.getParameterTypes()).equals(List.of(method.getParameterTypes()))) {
                    declarations.add(other);
                }
            }
        }
        return declarations;
    }

    private static void collect(@Nullable Class<?> type, Set<Class<?>> types) {
        if (type != null && types.add(type)) {
            collect(type.getSuperclass(), types);
            for (Class<?> face : type.getInterfaces()) {
                collect(face, types);
            }
        }
    }
}
