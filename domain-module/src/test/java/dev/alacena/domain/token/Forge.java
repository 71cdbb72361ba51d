package dev.alacena.domain.token;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.json.JsonUtil;

/** Makes tokens of any shape, signed by hand. */
final class Forge {

    private final Map<String, Object> header = new LinkedHashMap<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();

    /** A token that is right in everything; each test spoils one thing. */
    Forge(String kid) {
        long now = Instant.now().getEpochSecond();
        header.putAll(Map.of("alg", "ES256", "typ", "at+jwt", "kid", kid));
        claims.putAll(Map.of("iss", "alacena", "aud", "alacena", "sub", "7", "jti", "id-1", "sid", "session-1"));
        claims.putAll(Map.of("upn", "ana@example.org", "groups", List.of("user"), "iat", now, "exp", now + 900));
    }

    Forge header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    Forge claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    Forge without(String name) {
        header.remove(name);
        claims.remove(name);
        return this;
    }

    String headerJson() {
        return JsonUtil.toJson(header);
    }

    String claimsJson() {
        return JsonUtil.toJson(claims);
    }

    String signed(KeyPair keys) {
        return signed(keys.getPrivate(), headerJson(), claimsJson());
    }

    static String signed(PrivateKey key, String header, String claims) {
        String input = base64(header) + "." + base64(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(key);
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String maced(byte[] secret) {
        String input = base64(headerJson()) + "." + base64(claimsJson());
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return input + "." + base64(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String withSignature(byte[] signature) {
        return base64(headerJson()) + "." + base64(claimsJson()) + "." + base64(signature);
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
