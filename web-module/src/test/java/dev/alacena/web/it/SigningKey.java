package dev.alacena.web.it;

import java.time.Instant;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/** A key that is new, and the tokens of whoever has it. */
final class SigningKey {

    private final RsaJsonWebKey key;

    SigningKey() {
        try {
            key = RsaJwkGenerator.generateJwk(2_048);
            key.setKeyId("first");
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** For those who verify. */
    String publicKeys() {
        return new JsonWebKeySet(key).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** Claims of a new token, issued now and good for so many seconds. */
    static JwtClaims claims(String issuer, String subject, long seconds) {
        NumericDate now = NumericDate.fromSeconds(Instant.now().getEpochSecond());
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(subject);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setIssuedAt(now);
        claims.setExpirationTime(NumericDate.fromSeconds(now.getValue() + seconds));
        return claims;
    }

    String token(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setHeader("typ", "JWT");
        signature.setAlgorithmHeaderValue("RS256");
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        try {
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
