package dev.alacena.domain.token;

import java.security.Key;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Checks the tokens that this application makes. */
final class OwnIssuer implements Issuer {

    private final JwtConsumer consumer;

    OwnIssuer(TokenSettings settings, Keys keys) {
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
        try {
            JwtClaims claims = consumer.processToClaims(token);
            List<String> roles = claims.getStringListClaimValue("groups");
            String name = claims.getStringClaimValue("upn");
            if (name == null || !claims.hasClaim("groups") || !claims.hasClaim("sid")) {
                throw new InvalidToken("upn, groups or sid is missing");
            }
            return new VerifiedToken(Claims.of(claims), name, Set.copyOf(roles), Optional.of(name), true);
        } catch (InvalidJwtException | MalformedClaimException refused) {
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
