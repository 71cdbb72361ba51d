package dev.alacena.api;

import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the key of a call, where a template cannot.
 *
 * <p>An implementation is a CDI bean (found by its class) or a class with a public constructor without parameters. One
 * instance serves all calls and must be thread-safe. It must give equal keys for equal calls on every node and in every
 * version of the application, and different keys for calls with different answers.
 */
@FunctionalInterface
public interface KeyGenerator {

    /**
     * The key of one call. It is escaped like the value of a placeholder; it need not be safe for Redis.
     *
     * @param method the business method as declared
     * @param arguments the arguments in the order of the parameters, unmodifiable
     * @return the key, not empty. A generator that throws or returns an empty text makes the call go on without the
     *     cache, with a warning in the log
     */
    String generate(Method method, List<@Nullable Object> arguments);
}
