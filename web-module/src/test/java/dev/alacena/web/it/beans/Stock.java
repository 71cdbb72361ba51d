package dev.alacena.web.it.beans;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A session bean without an interface. */
@Stateless
public class Stock {

    @Inject
    Calls calls;

    @Cached(cache = "stock", key = "{item}", ttl = "PT5M")
    public int level(String item) {
        return calls.next();
    }

    @InvalidateCache(cache = "stock", key = "{item}")
    public void count(String item) {
        // the annotation is what is tried
    }

    @Cached(cache = "failing-stock", key = "{item}", ttl = "PT5M")
    public int failing(String item) {
        throw new OutOfStock(calls.next());
    }
}
