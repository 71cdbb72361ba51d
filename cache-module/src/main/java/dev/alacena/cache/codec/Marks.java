package dev.alacena.cache.codec;

import dev.alacena.api.NeverCache;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a class says {@link NeverCache}, about itself or about its members; what it inherits counts. */
final class Marks {
    private Marks() {}

    /** Whether all values of a class are marked. */
    static boolean on(Class<?> type) {
        return family(type).stream().anyMatch(Marks::is);
    }

    /** The names of the members that are marked. */
    static Set<String> within(Class<?> type) {
        Set<String> names = new TreeSet<>();
        for (Class<?> each : family(type)) {
            Stream.of(each.getDeclaredFields())
                    .filter(Marks::is)
                    .map(Field::getName)
                    .forEach(names::add);
            Stream.of(each.getDeclaredMethods())
                    .filter(method ->
                            is(method) || Arrays.stream(method.getParameters()).anyMatch(Marks::is))
                    .map(Marks::property)
                    .forEach(names::add);
            // the constructor of a record repeats its components, perhaps without their names
            if (!each.isRecord()) {
                constructors(each, names);
            }
        }
        return names;
    }

    private static void constructors(Class<?> type, Set<String> names) {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            Stream.of(constructor.getParameters())
                    .filter(Marks::is)
                    .forEach(parameter -> names.add(parameter.getName()));
        }
    }

    /** The class, its superclasses and its interfaces; not {@code Object}. */
    static List<Class<?>> family(Class<?> type) {
        Set<Class<?>> family = new LinkedHashSet<>();
        add(type, family);
        return List.copyOf(family);
    }

    private static void add(@Nullable Class<?> type, Set<Class<?>> family) {
        if (type != null && type != Object.class && family.add(type)) {
            add(type.getSuperclass(), family);
            Stream.of(type.getInterfaces()).forEach(each -> add(each, family));
        }
    }

    /** The property that a method reads or writes. */
    static String property(Method method) {
        String name = method.getName();
        return Stream.of("get", "set", "is")
                .filter(prefix -> name.startsWith(prefix) && name.length() > prefix.length())
                .map(prefix -> name.substring(prefix.length()))
                .filter(rest -> Character.isUpperCase(rest.charAt(0)))
                .map(rest -> rest.substring(0, 1).toLowerCase(Locale.ROOT) + rest.substring(1))
                .findFirst()
                .orElse(name);
    }

    private static boolean is(AnnotatedElement element) {
        return element.isAnnotationPresent(NeverCache.class);
    }
}
