package dev.alacena.cache.wiring;

import dev.alacena.api.KeyGenerator;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One instance of each key generator: a bean, or made by its public constructor. Thread-safe. */
final class KeyGenerators {
    private final Map<Class<? extends KeyGenerator>, KeyGenerator> made = new ConcurrentHashMap<>();

    /** Whether there is one, or one can be made. */
    static boolean has(Class<? extends KeyGenerator> type, BeanManager beans) {
        return !beans.getBeans(type).isEmpty()
                || Arrays.stream(type.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0);
    }

    KeyGenerator get(Class<? extends KeyGenerator> type) {
        return made.computeIfAbsent(type, KeyGenerators::make);
    }

    private static KeyGenerator make(Class<? extends KeyGenerator> type) {
        Instance<? extends KeyGenerator> beans = CDI.current().select(type);
        if (beans.isResolvable()) {
            return beans.get();
        }
        try {
            return type.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type.getName() + " cannot be made", e);
        }
    }
}
