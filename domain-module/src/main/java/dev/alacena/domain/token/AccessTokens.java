package dev.alacena.domain.token;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** Makes access tokens (RFC 9068). Thread-safe. */
final class AccessTokens {

    static final String TYPE = "at+jwt";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TokenSettings settings;
    private final Keys keys;
    private final Supplier<Instant> now;

    AccessTokens(TokenSettings settings, Keys keys, Supplier<Instant> now) {
        this.settings = settings;
        this.keys = keys;
        this.now = now;
    }

    /** A token for this user, dated no earlier than wanted. */
    String issue(TokenSubject subject, Instant earliest) {
        Instant time = now.get().truncatedTo(ChronoUnit.SECONDS);
        Instant issued = time.isBefore(earliest) ? earliest : time;
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(settings.issuer());
        claims.setAudience(settings.audience());
        claims.setSubject(Long.toString(subject.user()));
        claims.setJwtId(id());
        claims.setIssuedAt(NumericDate.fromSeconds(issued.getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(issued.plus(settings.accessToken()).getEpochSecond()));
        claims.setStringClaim("upn", subject.email());
        claims.setStringClaim("sid", subject.session());
        claims.setStringListClaim("groups", List.copyOf(subject.roles()));
        return sign(claims);
    }

    private String sign(JwtClaims claims) {
        KeyRing ring = keys.ring();
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        signature.setKeyIdHeaderValue(ring.current().getKeyId());
        signature.setHeader("typ", TYPE);
        signature.setPayload(claims.toJson());
        signature.setKey(ring.signing());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException unsigned) {
            throw new IllegalStateException("A token cannot be signed", unsigned);
        }
    }

    private static String id() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
