package dev.alacena.cache.plan;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What a method returns, taken apart: the payload is stored, its wrapping is put on again.
 *
 * @param payload type of what is stored
 * @param later whether it arrives in a {@link CompletionStage}
 * @param wrapping the kind of optional around it
 */
public record Result(Type payload, boolean later, Wrapping wrapping) {

    /** An empty optional is a null payload. */
    enum Wrapping {
        NONE,
        OPTIONAL,
        OPTIONAL_INT,
        OPTIONAL_LONG,
        OPTIONAL_DOUBLE
    }

    static Result of(Class<?> bean, Method method) {
        Type type = Generics.resolve(method.getGenericReturnType(), bean);
        Class<?> raw = Generics.raw(type);
        boolean later = raw == CompletionStage.class || raw == CompletableFuture.class;
        return inner(later ? Generics.argument(type) : type, later);
    }

    private static Result inner(Type type, boolean later) {
        Class<?> raw = Generics.raw(type);
        if (raw == Optional.class) {
            return new Result(Generics.argument(type), later, Wrapping.OPTIONAL);
        }
        if (raw == OptionalInt.class) {
            return new Result(Integer.class, later, Wrapping.OPTIONAL_INT);
        }
        if (raw == OptionalLong.class) {
            return new Result(Long.class, later, Wrapping.OPTIONAL_LONG);
        }
        if (raw == OptionalDouble.class) {
            return new Result(Double.class, later, Wrapping.OPTIONAL_DOUBLE);
        }
        return new Result(type, later, Wrapping.NONE);
    }

    boolean isVoid() {
        return payload == void.class || payload == Void.class;
    }

    /** The payload of what the method returned, or of what its stage brought. */
    public @Nullable Object unwrap(@Nullable Object value) {
        if (value instanceof Optional<?> optional && wrapping == Wrapping.OPTIONAL) {
            return optional.isPresent() ? optional.get() : null;
        }
        if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? optional.getAsInt() : null;
        }
        if (value instanceof OptionalLong optional) {
            return optional.isPresent() ? optional.getAsLong() : null;
        }
        if (value instanceof OptionalDouble optional) {
            return optional.isPresent() ? optional.getAsDouble() : null;
        }
        return value;
    }

    /** What the method would have returned, or its stage brought. */
    public @Nullable Object wrap(@Nullable Object payload) {
        return switch (wrapping) {
            case NONE -> payload;
            case OPTIONAL -> Optional.ofNullable(payload);
            case OPTIONAL_INT -> payload == null ? OptionalInt.empty() : OptionalInt.of((Integer) payload);
            case OPTIONAL_LONG -> payload == null ? OptionalLong.empty() : OptionalLong.of((Long) payload);
            case OPTIONAL_DOUBLE -> payload == null ? OptionalDouble.empty() : OptionalDouble.of((Double) payload);
        };
    }
}
