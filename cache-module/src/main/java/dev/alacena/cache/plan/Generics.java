package dev.alacena.cache.plan;

import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Types of inherited methods, as the class that inherits them sees them. */
final class Generics {
    private Generics() {}

    /** A type that stands in a superclass of {@code bean}, with the type variables that {@code bean} has settled. */
    static Type resolve(Type type, Class<?> bean) {
        Map<TypeVariable<?>, Type> settled = new HashMap<>();
        for (Class<?> next = bean; next != null; next = next.getSuperclass()) {
            settle(next.getGenericSuperclass(), settled);
            Arrays.stream(next.getGenericInterfaces()).forEach(parent -> settle(parent, settled));
        }
        return replace(type, settled);
    }

    static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType parameterized) {
            return raw(parameterized.getRawType());
        }
        if (type instanceof GenericArrayType array) {
            return raw(array.getGenericComponentType()).arrayType();
        }
        return type instanceof WildcardType wildcard ? raw(wildcard.getUpperBounds()[0]) : Object.class;
    }

    /** A primitive type's class; any other type itself. */
    static Type boxed(Type type) {
        return type instanceof Class<?> plain
                ? MethodType.methodType(plain).wrap().returnType()
                : type;
    }

    /** The only type argument, or {@code Object} where there is none. */
    static Type argument(Type type) {
        return type instanceof ParameterizedType parameterized
                ? parameterized.getActualTypeArguments()[0]
                : Object.class;
    }

    private static void settle(@Nullable Type parent, Map<TypeVariable<?>, Type> settled) {
        if (parent instanceof ParameterizedType parameterized) {
            TypeVariable<?>[] variables = raw(parameterized).getTypeParameters();
            for (int i = 0; i < variables.length; i++) {
                settled.put(variables[i], replace(parameterized.getActualTypeArguments()[i], settled));
            }
        }
        if (parent != null) {
            Arrays.stream(raw(parent).getGenericInterfaces()).forEach(next -> settle(next, settled));
        }
    }

    private static Type replace(Type type, Map<TypeVariable<?>, Type> settled) {
        if (type instanceof TypeVariable<?> variable) {
            Type known = settled.get(variable);
            return known == null ? variable.getBounds()[0] : known;
        }
        if (type instanceof WildcardType wildcard) {
            return replace(wildcard.getUpperBounds()[0], settled);
        }
        if (type instanceof ParameterizedType parameterized) {
            List<Type> arguments = Arrays.stream(parameterized.getActualTypeArguments())
                    .map(argument -> replace(argument, settled))
                    .toList();
            return new Parameterized(raw(parameterized), arguments);
        }
        if (type instanceof GenericArrayType array) {
            return raw(replace(array.getGenericComponentType(), settled)).arrayType();
        }
        return type;
    }

    /** A generic type with its arguments. */
    record Parameterized(Class<?> rawType, List<Type> arguments) implements ParameterizedType {
        @Override
        public Type[] getActualTypeArguments() {
            return arguments.toArray(Type[]::new);
        }

        @Override
        public Type getRawType() {
            return rawType;
        }

        @Override
        public @Nullable Type getOwnerType() {
            return rawType.getDeclaringClass();
        }

        @Override
        public String toString() {
            return arguments.stream()
                    .map(Type::getTypeName)
                    .collect(Collectors.joining(", ", rawType.getName() + "<", ">"));
        }
    }
}
