package dev.alacena.cache.codec;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.type.TypeBindings;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks for what must never be cached in all that a value can hold, whether JSON writes it or not: level 1 may keep the
 * object itself. The nearest first, each once.
 */
final class Reach {
    private final JsonMapper mapper;
    private final Queue<Step> next = new ArrayDeque<>();
    private final Set<JavaType> seen = new HashSet<>();
    private final Set<String> found = new LinkedHashSet<>();

    /** A type, and the way to it; empty at the beginning. */
    private record Step(JavaType type, String path) {}

    private Reach(JsonMapper mapper) {
        this.mapper = mapper;
    }

    static List<String> of(JavaType type, JsonMapper mapper) {
        Reach reach = new Reach(mapper);
        reach.go(type, "");
        for (Step step = reach.next.poll(); step != null; step = reach.next.poll()) {
            reach.look(step);
        }
        return List.copyOf(reach.found);
    }

    private void go(JavaType type, String path) {
        if (seen.add(type)) {
            next.add(new Step(type, path));
        }
    }

    private void look(Step step) {
        Class<?> raw = step.type().getRawClass();
        parts(step.type()).forEach(part -> go(part, step.path()));
        if (platform(raw)) {
            return;
        }
        String path = step.path().isEmpty() ? name(raw) : step.path();
        if (Marks.on(raw)) {
            found.add(path);
            return;
        }
        members(step.type(), path, Marks.within(raw));
        subtypes(step.type()).forEach(subtype -> go(mapper.constructType(subtype), path));
    }

    private void members(JavaType type, String path, Set<String> marked) {
        marked.forEach(name -> found.add(path + "." + name));
        Marks.family(type.getRawClass()).stream()
                .filter(each -> !platform(each))
                .forEach(each -> {
                    TypeBindings bindings = type.findSuperType(each).getBindings();
                    Arrays.stream(each.getDeclaredFields())
                            .filter(field -> data(field) && !marked.contains(field.getName()))
                            .sorted(Comparator.comparing(Field::getName))
                            .forEach(field ->
                                    go(resolved(field.getGenericType(), bindings), path + "." + field.getName()));
                    Arrays.stream(each.getDeclaredMethods())
                            .filter(method -> reads(method) && !marked.contains(Marks.property(method)))
                            .sorted(Comparator.comparing(Method::getName))
                            .forEach(method -> go(
                                    resolved(method.getGenericReturnType(), bindings),
                                    path + "." + Marks.property(method)));
                });
    }

    private JavaType resolved(Type type, TypeBindings bindings) {
        return mapper.getTypeFactory().resolveMemberType(type, bindings);
    }

    /** What a container holds. The type arguments of a class of the application say nothing: its members do. */
    private static Stream<JavaType> parts(JavaType type) {
        Stream<JavaType> arguments =
                platform(type.getRawClass()) ? type.getBindings().getTypeParameters().stream() : Stream.empty();
        return Stream.concat(Stream.of(type.getKeyType(), type.getContentType()).filter(Objects::nonNull), arguments);
    }

    private Stream<Class<?>> subtypes(JavaType type) {
        Class<?>[] permitted = type.getRawClass().getPermittedSubclasses();
        return Stream.concat(
                Restorable.subtypes(type, mapper).stream()
                        .<Class<?>>map(NamedType::getType)
                        .filter(type.getRawClass()::isAssignableFrom),
                permitted == null ? Stream.empty() : Arrays.stream(permitted));
    }

    private static boolean data(Field field) {
        return !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic();
    }

    private static boolean reads(Method method) {
        return !Modifier.isStatic(method.getModifiers())
                && !method.isSynthetic()
                && method.getParameterCount() == 0
                && !method.getName().equals(Marks.property(method));
    }

    /** Classes that no application has marked. */
    private static boolean platform(Class<?> type) {
        return type.isPrimitive()
                || type.isArray()
                || Stream.of("java.", "javax.", "jakarta.").anyMatch(type.getName()::startsWith);
    }

    private static String name(Class<?> type) {
        return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
    }
}
