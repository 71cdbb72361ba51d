package dev.alacena.domain.token;

import dev.alacena.api.security.TokenClaims;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jose4j.http.Get;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jspecify.annotations.Nullable;

/**
 * Checks the tokens of an outside provider. Its keys are kept as long as its {@code Cache-Control} says, and fetched again
 * when a token names an unknown one, every ten seconds at most, also while the provider is away.
 */
final class OutsideIssuer implements Issuer {

    /** Between two questions for the keys. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final int MILLISECONDS_TO_WAIT = 2_000;
    private static final long SECONDS_TO_KEEP = 3_600;

    private final ProviderSettings settings;
    private final JwtConsumer consumer;

    OutsideIssuer(ProviderSettings settings) {
        this(settings, PAUSE, Instant::now);
    }

    OutsideIssuer(ProviderSettings settings, Duration pause, Supplier<Instant> now) {
        this.settings = settings;
        this.consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, settings.algorithm()))
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(keys(settings, pause, now)))
                .setExpectedType(true, settings.type())
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

    private static HttpsJwks keys(ProviderSettings settings, Duration pause, Supplier<Instant> now) {
        Get get = new Get();
        get.setConnectTimeout(MILLISECONDS_TO_WAIT);
        get.setReadTimeout(MILLISECONDS_TO_WAIT);
        get.setRetries(0);
        HttpsJwks keys = new HttpsJwks(settings.keys().toString());
        keys.setSimpleHttpGet(new PatientGet(get, pause, now));
        keys.setDefaultCacheDuration(SECONDS_TO_KEEP);
        keys.setRefreshReprieveThreshold(pause.toMillis());
        keys.setRetainCacheOnErrorDuration(SECONDS_TO_KEEP);
        return keys;
    }

    @Override
    public VerifiedToken verify(String token) throws InvalidToken {
        try {
            JwtClaims claims = consumer.processToClaims(token);
            if (claims.hasClaim("typ") && !"Bearer".equals(claims.getStringClaimValue("typ"))) {
                throw new InvalidToken("not an access token");
            }
            TokenClaims named = Claims.of(claims);
            if (Duration.between(named.issuedAt(), named.expiresAt()).compareTo(settings.longest()) > 0) {
                throw new InvalidToken("longer than alacena.revocations.longest-token");
            }
            return new VerifiedToken(named, name(claims), roles(claims), email(claims), false);
        } catch (InvalidJwtException | MalformedClaimException refused) {
            throw Claims.refusal(refused);
        }
    }

    private static String name(JwtClaims claims) throws MalformedClaimException {
        for (String claim : new String[] {"upn", "preferred_username", "sub"}) {
            String name = claims.getStringClaimValue(claim);
            if (name != null) {
                return name;
            }
        }
        throw new IllegalStateException("sub is required");
    }

    private static Optional<String> email(JwtClaims claims) throws MalformedClaimException {
        boolean verified = Boolean.TRUE.equals(claims.getClaimValue("email_verified"));
        return Optional.ofNullable(claims.getStringClaimValue("email")).filter(email -> verified);
    }

    /** Nobody, where the path leads nowhere. */
    private Set<String> roles(JwtClaims claims) {
        return at(claims.getClaimsMap(), settings.roles()) instanceof Collection<?> roles
                ? roles.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    /** A claim's own name may have dots. */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) {
            return claims.get(path);
        }
        int dot = path.indexOf('.');
        return dot > 0 && claims.get(path.substring(0, dot)) instanceof Map<?, ?> inner
                ? at(inner, path.substring(dot + 1))
                : null;
    }
}
