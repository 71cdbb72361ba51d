package dev.alacena.cache.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of a method.
 *
 * @param arguments in the order of the parameters
 * @param result what the method returned, unwrapped; null before
 */
public record Invocation(List<@Nullable Object> arguments, @Nullable Object result) {

    /** A call that has not returned. */
    public static Invocation of(@Nullable Object[] arguments) {
        return new Invocation(Collections.unmodifiableList(Arrays.asList(arguments.clone())), null);
    }

    /** The same call when it has. */
    public Invocation returned(@Nullable Object value) {
        return new Invocation(arguments, value);
    }
}
