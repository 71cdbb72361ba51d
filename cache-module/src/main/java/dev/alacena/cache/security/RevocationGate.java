package dev.alacena.cache.security;

import dev.alacena.api.security.TokenRevocations;
import jakarta.enterprise.inject.spi.DeploymentException;
import java.util.function.Supplier;

/**
 * Whether requests are checked by the library, and by what.
 *
 * @param on whether they are
 * @param revocations there when they are asked for
 */
public record RevocationGate(boolean on, Supplier<TokenRevocations> revocations) {
    private static final String TOKEN = "org.eclipse.microprofile.jwt.JsonWebToken";

    /** Refuses to check requests where there is no MicroProfile JWT: every token would pass. */
    public RevocationGate {
        if (on) {
            requireJwt(RevocationGate.class.getClassLoader());
        }
    }

    static void requireJwt(ClassLoader loader) {
        try {
            Class.forName(TOKEN, false, loader);
        } catch (ClassNotFoundException e) {
            throw new DeploymentException(
                    "alacena.revocations.filter=true needs MicroProfile JWT, which this application does not see (on WildFly:"
                            + " the manifest's Dependencies: org.eclipse.microprofile.jwt.auth.api)",
                    e);
        }
    }
}
