package dev.alacena.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every token but the right one is refused (RFC 8725). */
class TokenAttacksTest {

    private final KeyPair keys = KeyPairs.p256();
    private final Tokens tokens = Tokens.of(Settings.of(Map.of(
            "login.private-key", KeyPairs.pem(keys.getPrivate()),
            "login.public-keys", KeyPairs.pem(keys.getPublic()))));
    private final String kid = kid(keys);
    private final long now = Instant.now().getEpochSecond();

    private static String kid(KeyPair keys) {
        try {
            return KeyRing.of(KeyPairs.pem(keys.getPrivate()), KeyPairs.pem(keys.getPublic()))
                    .current()
                    .getKeyId();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Forge token() {
        return new Forge(kid);
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(InvalidToken.class);
    }

    @Test
    void theRightOneIsAccepted() throws InvalidToken {
        VerifiedToken verified = tokens.verify(token().signed(keys));
        assertThat(verified.claims().subject()).isEqualTo("7");
        assertThat(verified.claims().id()).isEqualTo("id-1");
        assertThat(verified.claims().session()).isEqualTo("session-1");
        assertThat(verified.roles()).containsExactly("user");
        assertThat(verified.own()).isTrue();
    }

    @Test
    void whatIsIssuedIsAccepted() throws InvalidToken {
        TokenSubject subject = new TokenSubject(7, "ana@example.org", Set.of("user", "admin"), "session-1");
        VerifiedToken verified = tokens.verify(tokens.issue(subject, Instant.ofEpochSecond(now + 1)));
        assertThat(verified.roles()).containsExactlyInAnyOrder("user", "admin");
        assertThat(verified.claims().issuedAt()).isAfterOrEqualTo(Instant.ofEpochSecond(now + 1));
        assertThat(verified.claims().id()).matches("[A-Za-z0-9_-]{22}");
    }

    @Test
    void withoutASignature() {
        for (String none : List.of("none", "None", "NONE", "nOnE")) {
            String unsigned = token().header("alg", none).withSignature(new byte[0]);
            refused(unsigned);
            refused(token().header("alg", none).signed(keys));
        }
        refused(token().withSignature(new byte[0]));
    }

    @Test
    void withAnotherAlgorithm() {
        byte[] publicKey = keys.getPublic().getEncoded();
        refused(token().header("alg", "HS256").maced(publicKey));
        refused(token().header("alg", "HS256")
                .maced(KeyPairs.pem(keys.getPublic()).getBytes(StandardCharsets.US_ASCII)));
        for (String other : List.of("ES384", "ES512", "ES256K", "RS256", "EdDSA", "es256")) {
            refused(token().header("alg", other).signed(keys));
        }
    }

    @Test
    void withASignatureOfNothing() {
        refused(token().withSignature(new byte[64]));
        byte[] ones = new byte[64];
        ones[31] = 1;
        ones[63] = 1;
        refused(token().withSignature(ones));
        refused(token().withSignature(new byte[] {0x30, 0x06, 0x02, 0x01, 0x00, 0x02, 0x01, 0x00}));
    }

    @Test
    void withAKeyOfItsOwn() {
        KeyPair other = KeyPairs.p256();
        Map<String, Object> jwk = Map.of("kty", "EC", "crv", "P-256", "x", "AA", "y", "AA");
        refused(token().signed(other));
        for (String header : List.of("jwk", "jku", "x5u", "x5c")) {
            refused(token().header(header, header.equals("jwk") ? jwk : "https://example.org/keys")
                    .signed(keys));
            refused(token().header(header, header.equals("jwk") ? jwk : "https://example.org/keys")
                    .signed(other));
        }
    }

    @Test
    void withAnotherKeyId() {
        refused(token().without("kid").signed(keys));
        for (Object injected : List.of("../../etc/passwd", "' or 1=1 --", "", "\u0000", 1, List.of(kid), kid + " ")) {
            refused(token().header("kid", injected).signed(keys));
        }
    }

    @Test
    void withHeadersThatWantMore() {
        refused(token().header("crit", List.of("exp")).header("exp", 1).signed(keys));
        refused(token().header("crit", List.of()).signed(keys));
        refused(token().header("b64", false).header("crit", List.of("b64")).signed(keys));
        refused(token().header("zip", "DEF").signed(keys));
        refused(token().header("enc", "A128GCM").signed(keys));
    }

    @Test
    void ofAnotherType() {
        refused(token().without("typ").signed(keys));
        for (String other : List.of("JWT", "dpop+jwt", "logout+jwt", "")) {
            refused(token().header("typ", other).signed(keys));
        }
    }

    @Test
    void withANameTwice() {
        String header = token().headerJson();
        String claims = token().claimsJson();
        refused(Forge.signed(keys.getPrivate(), header, claims.replaceFirst("\\{", "{\"sub\":\"1\",")));
        refused(Forge.signed(keys.getPrivate(), header, claims.replaceFirst("\\{", "{\"groups\":[\"admin\"],")));
        refused(Forge.signed(keys.getPrivate(), header.replaceFirst("\\{", "{\"alg\":\"none\","), claims));
    }

    @Test
    void inAnotherSpelling() {
        String token = token().signed(keys);
        String signature = token.substring(token.lastIndexOf('.') + 1);
        String before = token.substring(0, token.lastIndexOf('.') + 1);
        refused(token + "=");
        refused(token + "==");
        refused(token + "\n");
        refused(" " + token);
        refused(token + ".");
        refused("." + token);
        refused(before + signature.substring(0, 10) + "!" + signature.substring(10));
        refused(before + signature.substring(0, 10) + " " + signature.substring(10));
        refused(before + signature.substring(0, signature.length() - 1) + strayBit(signature));
        refused(before + signature.replace('-', '+').replace('_', '/') + "=");
    }

    /** The last letter carries four bits that are not used; this one sets them otherwise. */
    private static char strayBit(String signature) {
        String letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return letters.charAt(letters.indexOf(signature.charAt(signature.length() - 1)) ^ 1);
    }

    @Test
    void ofAnotherIssuerOrForAnotherAudience() {
        refused(token().claim("iss", "other").signed(keys));
        refused(token().claim("iss", List.of("alacena")).signed(keys));
        refused(token().without("iss").signed(keys));
        refused(token().claim("aud", "other").signed(keys));
        refused(token().without("aud").signed(keys));
    }

    @Test
    void outsideOfItsTime() {
        refused(token().claim("exp", now - 31).signed(keys));
        refused(token().without("exp").signed(keys));
        refused(token().claim("exp", "tomorrow").signed(keys));
        refused(token().claim("nbf", now + 120).signed(keys));
        refused(token().claim("iat", now + 120).signed(keys));
        refused(token().without("iat").signed(keys));
    }

    @Test
    void withoutWhatNamesIt() {
        for (String claim : List.of("sub", "jti", "sid", "upn", "groups")) {
            refused(token().without(claim).signed(keys));
        }
        refused(token().claim("jti", "x".repeat(257)).signed(keys));
        refused(token().claim("sub", "").signed(keys));
    }

    @Test
    void thatIsNoToken() {
        for (String text : List.of("", ".", "..", "...", "a.b.c", "{}", "null", "x".repeat(9_000))) {
            refused(text);
        }
        refused(Forge.signed(keys.getPrivate(), "[]", "{}"));
        refused(Forge.signed(keys.getPrivate(), token().headerJson(), "null"));
        refused(Forge.signed(keys.getPrivate(), token().headerJson(), token().claimsJson() + "{}"));
    }

    @Test
    void noReasonHasTheTokenInIt() {
        String token = token().claim("aud", "canary-audience").signed(keys);
        assertThatThrownBy(() -> tokens.verify(token))
                .hasMessageNotContaining("canary")
                .hasMessageNotContaining(token);
    }
}
