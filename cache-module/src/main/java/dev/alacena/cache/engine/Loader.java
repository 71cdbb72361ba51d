package dev.alacena.cache.engine;

import org.jspecify.annotations.Nullable;

/** The method behind the cache. */
@FunctionalInterface
public interface Loader {
    @Nullable
    Object load() throws Exception;
}
