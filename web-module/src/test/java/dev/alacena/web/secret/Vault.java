package dev.alacena.web.secret;

import dev.alacena.api.Cached;
import dev.alacena.api.NeverCache;
import jakarta.enterprise.context.ApplicationScoped;

/** Would put passwords into the cache. */
@ApplicationScoped
public class Vault {

    /** What must not be cached is a part of what is. */
    public record Credentials(String name, @NeverCache String password) {}

    @Cached(cache = "vault", key = "{name}")
    public Credentials credentials(String name) {
        return new Credentials(name, "");
    }
}
