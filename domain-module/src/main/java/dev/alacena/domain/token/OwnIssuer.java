package dev.alacena.domain.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Checks the tokens that this application makes. */
final class OwnIssuer implements Issuer {

    /** Tokens of so many sessions on one node; those of others are looked at in full each time. */
    private static final long MOST = 10_000;

    private final JwtConsumer consumer;
    private final Keys keys;
    private final Supplier<Instant> now;

    /**
     * What was verified, by the digest of the token: verifying a signature takes longer than all else in an answer from a
     * cache. In the memory of this node only, as whoever could write here could log in as anybody.
     */
    private final Cache<String, Verified> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** A token, the key that it was signed with, and when that was looked at. */
    private record Verified(VerifiedToken token, String kid, Instant at) {

        /** Whether the times would still be accepted; those that only had to be over are, unless the clock was set back. */
        boolean holds(Instant now) {
            return !now.isBefore(at)
                    && now.minusSeconds(SKEW_SECONDS).isBefore(token.claims().expiresAt());
        }
    }

    OwnIssuer(TokenSettings settings, Keys keys, Supplier<Instant> now) {
        this.keys = keys;
        this.now = now;
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(
                        ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256))
                .setVerificationKeyResolver(new ByKeyId(keys))
                .setExpectedType(true, AccessTokens.TYPE)
                .setExpectedIssuer(true, settings.issuer())
                .setExpectedAudience(true, settings.audience())
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setRequireJwtId()
                .setIssuedAtRestrictions(SKEW_SECONDS, Integer.MAX_VALUE)
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .build();
    }

    @Override
    public VerifiedToken verify(String token) throws InvalidToken {
        String digest = digest(token);
        Verified before = known.getIfPresent(digest);
        if (before != null
                && before.holds(now.get())
                && keys.accepted(before.kid()).isPresent()) {
            return before.token();
        }
        known.invalidate(digest);
        Instant at = now.get();
        JwtContext context = process(token);
        VerifiedToken verified = verified(context.getJwtClaims());
        String kid = context.getJoseObjects().get(0).getKeyIdHeaderValue();
        known.put(digest, new Verified(verified, kid, at));
        return verified;
    }

    /** Not the token itself: it opens the door to whoever reads the memory. */
    private static String digest(String token) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private JwtContext process(String token) throws InvalidToken {
        try {
            return consumer.process(token);
        } catch (InvalidJwtException refused) {
            throw Claims.refusal(refused);
        }
    }

    private static VerifiedToken verified(JwtClaims claims) throws InvalidToken {
        try {
            List<String> roles = claims.getStringListClaimValue("groups");
            String name = claims.getStringClaimValue("upn");
            if (name == null || !claims.hasClaim("groups") || !claims.hasClaim("sid")) {
                throw new InvalidToken("upn, groups or sid is missing");
            }
            return new VerifiedToken(Claims.of(claims), name, Set.copyOf(roles), Optional.of(name), true);
        } catch (MalformedClaimException refused) {
            throw Claims.refusal(refused);
        }
    }

    /** The key is one of ours, or none. */
    private record ByKeyId(Keys keys) implements VerificationKeyResolver {

        @Override
        public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nested) throws UnresolvableKeyException {
            String kid = token.getKeyIdHeaderValue();
            if (kid == null) {
                throw new UnresolvableKeyException("no kid");
            }
            return keys.accepted(kid)
                    .orElseThrow(() -> new UnresolvableKeyException("unknown kid"))
                    .getPublicKey();
        }
    }
}
