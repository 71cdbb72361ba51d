package dev.alacena.benchmark.shop;

import dev.alacena.api.CachedMethod;
import dev.alacena.api.Caches;
import dev.alacena.api.security.TokenRevocations;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** An application of its own: a container, the library as its extension assembles it, one bean. */
public final class Shop implements AutoCloseable {
    private static final Logger QUIET = Logger.getLogger("");

    private final WeldContainer container;

    private Shop(WeldContainer container) {
        this.container = container;
    }

    /** Opens it on this Redis; everything else is left to the defaults of the library. */
    @SuppressWarnings("resource") // it is closed with the shop
    public static Shop open(String redis) {
        QUIET.setLevel(Level.WARNING);
        System.setProperty("alacena.redis.url", redis);
        return new Shop(new Weld(UUID.randomUUID().toString())
                .addBeanClasses(Goods.class, EmptyInterceptor.class)
                .initialize());
    }

    /** The client proxy of the bean. */
    public Goods goods() {
        return container.select(Goods.class).get();
    }

    public Caches caches() {
        return container.select(Caches.class).get();
    }

    /** The tokens that are revoked; Redis alone remembers them. */
    public TokenRevocations revocations() {
        return container.select(TokenRevocations.class).get();
    }

    /** The entries of a method of the bean. */
    public CachedMethod entries(String method, Class<?>... parameters) {
        return caches().method(Goods.class, method, parameters);
    }

    @Override
    public void close() {
        container.close();
    }
}
