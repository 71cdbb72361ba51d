package dev.alacena.web.it;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens that must not open anything; {@code TokenAttacksTest} of the domain has them all. */
final class Forgery {

    private static final String HEADER = "{\"alg\":\"%s\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}";

    private final String kid;
    private final long now = Instant.now().getEpochSecond();

    Forgery() {
        kid = Client.nobody()
                .get("/.well-known/jwks.json")
                .json()
                .at("/keys/0/kid")
                .asText();
    }

    /** Right in everything, which shows that the others are refused for what they say. */
    String right(long user) throws Exception {
        return signed(own(), HEADER.formatted("ES256", kid), claims(user, "alacena", now + 900));
    }

    /** Right, and good for some seconds only. */
    String brief(long user, int seconds) throws Exception {
        String claims = claims(user, "alacena", Instant.now().getEpochSecond() + seconds);
        return signed(own(), HEADER.formatted("ES256", kid), claims);
    }

    List<String> all(long user) throws Exception {
        String header = HEADER.formatted("ES256", kid);
        String claims = claims(user, "alacena", now + 900);
        List<String> tokens = new ArrayList<>(List.of("x", "a.b.c", right(user) + "=", right(user) + ".x"));
        tokens.add(signed(own(), header, claims(user, "alacena", now - 60)));
        tokens.add(signed(own(), header, claims(user, "other", now + 900)));
        tokens.add(signed(Secrets.pair().getPrivate(), header, claims));
        tokens.add(base64(HEADER.formatted("none", kid)) + "." + base64(claims) + ".");
        tokens.add(base64(header) + "." + base64(claims) + "." + base64(new byte[64]));
        tokens.add(maced(base64(HEADER.formatted("HS256", kid)) + "." + base64(claims)));
        tokens.add(signed(own(), header.replace("{", "{\"crit\":[\"x\"],"), claims));
        tokens.add(signed(own(), header.replace("at+jwt", "JWT"), claims));
        tokens.add(signed(own(), HEADER.formatted("ES256", "../../dev/null"), claims));
        tokens.add(signed(own(), header, claims.replace("{", "{\"groups\":[\"admin\"],")));
        tokens.add(signed(own(), header, claims.replaceFirst("\"jti\":\"[^\"]*\",", "")));
        tokens.add(withItsOwnKey(claims));
        return tokens;
    }

    private static String claims(long user, String audience, long expiry) {
        return ("{\"iss\":\"alacena\",\"aud\":\"%s\",\"sub\":\"%d\",\"jti\":\"forged\",\"sid\":\"forged\","
                        + "\"upn\":\"x@example.com\",\"groups\":[\"user\",\"admin\"],\"iat\":%d,\"exp\":%d}")
                .formatted(audience, user, expiry - 900, expiry);
    }

    private static String withItsOwnKey(String claims) throws GeneralSecurityException {
        KeyPair pair = Secrets.pair();
        String header =
                "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"jwk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}}";
        return signed(pair.getPrivate(), header, claims);
    }

    private static PrivateKey own() throws Exception {
        String pem = Files.readString(Secrets.file("private.pem")).replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    }

    private static String signed(PrivateKey key, String header, String claims) throws GeneralSecurityException {
        String input = base64(header) + "." + base64(claims);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(key);
        signature.update(input.getBytes(StandardCharsets.US_ASCII));
        return input + "." + base64(signature.sign());
    }

    private static String maced(String input) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Files.readAllBytes(Secrets.file("public.pem")), "HmacSHA256"));
        return input + "." + base64(mac.doFinal(input.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
