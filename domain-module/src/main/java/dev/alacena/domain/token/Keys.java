package dev.alacena.domain.token;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jspecify.annotations.Nullable;

/**
 * The keys as their files say now. They are read again when a reading is older than {@link #FRESH}, and at once when a
 * token names a key that is not known, but not more often than every {@link #PAUSE}. Files that are no keys are
 * complained of, and the last keys stay in use.
 */
final class Keys {

    static final Duration FRESH = Duration.ofSeconds(10);
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(Keys.class.getName());

    private final KeySource privateKey;
    private final KeySource publicKeys;
    private final Supplier<Instant> now;
    private KeyRing ring;
    private Instant readAt;
    private @Nullable String complaint;

    /** Keys that cannot be used now are an {@link IllegalArgumentException}. */
    Keys(KeySource privateKey, KeySource publicKeys, Supplier<Instant> now) {
        this.privateKey = privateKey;
        this.publicKeys = publicKeys;
        this.now = now;
        try {
            this.ring = read();
        } catch (GeneralSecurityException | IOException unusable) {
            throw new IllegalArgumentException("The keys of tokens cannot be used: " + unusable.getMessage(), unusable);
        }
        this.readAt = now.get();
    }

    /** The keys, not older than {@link #FRESH}. */
    synchronized KeyRing ring() {
        refresh(FRESH);
        return ring;
    }

    /** The key with this id; empty if it is not accepted. */
    synchronized Optional<PublicJsonWebKey> accepted(String kid) {
        Optional<PublicJsonWebKey> known = ring().accepted(kid);
        if (known.isPresent()) {
            return known;
        }
        refresh(PAUSE);
        return ring.accepted(kid);
    }

    /** The public keys as a JWKS (RFC 7517). */
    String published() {
        return new JsonWebKeySet(ring().accepted()).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    private void refresh(Duration age) {
        Instant time = now.get();
        if (Duration.between(readAt, time).compareTo(age) < 0) {
            return;
        }
        readAt = time;
        try {
            ring = read();
            complaint = null;
        } catch (GeneralSecurityException | IOException unusable) {
            complain(String.valueOf(unusable.getMessage()));
        }
    }

    /** Once for each reason. */
    private void complain(String reason) {
        if (!reason.equals(complaint)) {
            LOG.log(Level.WARNING, "The keys of tokens stay as they are: {0}", reason);
            complaint = reason;
        }
    }

    private KeyRing read() throws GeneralSecurityException, IOException {
        return KeyRing.of(privateKey.read(), publicKeys.read());
    }
}
