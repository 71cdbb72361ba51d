package dev.alacena.web.it.beans;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.UpdateCache;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** A transactional bean that is no session bean. */
@Transactional
@ApplicationScoped
public class Ledger {

    @Inject
    Calls calls;

    @Cached(cache = "ledger", key = "{account}", ttl = "PT5M")
    public int balance(String account) {
        return calls.next();
    }

    @UpdateCache(cache = "ledger", key = "{account}", ttl = "PT5M")
    public int book(String account) {
        return calls.next();
    }

    @InvalidateCache(cache = "ledger", key = "{account}")
    public void close(String account) {
        // the annotation is what is tried
    }
}
