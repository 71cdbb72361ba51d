package dev.alacena.cache.redis;

import java.net.MalformedURLException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.redisson.config.Config;
import org.redisson.config.SslVerificationMode;

/**
 * Whom to trust, and who we are, behind {@code rediss://}. The certificate must be signed by somebody who is trusted, and must
 * name the host that the address names; there is no way to go without.
 *
 * @param trust the authorities to trust; null for those of Java
 * @param own our own certificate and its key; null for none
 */
public record Tls(@Nullable Keystore trust, @Nullable Keystore own) {
    static final Tls JAVA = new Tls(null, null);

    /** A file of certificates, PKCS #12 or JKS, and its password; it prints no password. */
    public record Keystore(Path file, @Nullable String password) {
        @Override
        public String toString() {
            return file.toString();
        }
    }

    void apply(Config config) {
        config.setSslVerificationMode(SslVerificationMode.STRICT);
        try {
            if (trust != null) {
                config.setSslTruststore(trust.file().toUri().toURL());
                config.setSslTruststorePassword(trust.password());
            }
            if (own != null) {
                config.setSslKeystore(own.file().toUri().toURL());
                config.setSslKeystorePassword(own.password());
            }
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
