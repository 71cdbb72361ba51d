package dev.alacena.web.it.beans;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** A session bean behind an interface. */
@Stateless
@Local(Prices.class)
public class PriceList implements Prices {

    @Inject
    Calls calls;

    @Override
    @Cached(cache = "prices", key = "{item}", ttl = "PT5M", tags = "price:{item}")
    public int price(String item) {
        return calls.next();
    }

    @Override
    @InvalidateCache(tags = "price:{item}")
    public void raise(String item) {
        // the annotation is what is tried
    }
}
