package dev.alacena.cache.cdi;

import dev.alacena.api.Cached;

/** A superclass whose cached method has its type from the bean. */
abstract class Shelf<T> {
    abstract T fetch(long id);

    @Cached(cache = "shelf", key = "{id}")
    public T inherited(long id) {
        return fetch(id);
    }
}
