package dev.alacena.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens of an outside provider are accepted by configuration alone, and only its access tokens. */
class OutsideIssuerTest {

    private static final RsaJsonWebKey KEY = Provider.key("key-1", "sig");
    private static final RsaJsonWebKey FOR_SECRETS = Provider.key("key-2", "enc");
    private static final RsaJsonWebKey STRANGE = Provider.key("key-1", "sig");

    private final Provider provider = new Provider();
    private final Tokens tokens = Tokens.of(Settings.of(provider.settings()));

    OutsideIssuerTest() throws IOException {
        provider.publish(KEY, FOR_SECRETS);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private static Forge token() {
        return Provider.token("key-1");
    }

    private static String signed(Forge token) {
        return Provider.signed(token, KEY, "RS256");
    }

    private VerifiedToken accepted(Forge token) throws InvalidToken {
        return tokens.verify(signed(token));
    }

    private void refused(String token) {
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOf(InvalidToken.class);
    }

    private Tokens with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(provider.settings());
        settings.put(setting, value);
        return Tokens.of(Settings.of(settings));
    }

    @Test
    void theRightOneIsAccepted() throws InvalidToken {
        VerifiedToken verified = accepted(token());
        assertThat(verified.claims().issuer()).isEqualTo(Provider.ISSUER);
        assertThat(verified.claims().subject()).isEqualTo("f3b0a7f2-6c1c-4d0e-9a52-0a8f1f6f7a11");
        assertThat(verified.claims().session()).isEqualTo("keycloak-session");
        assertThat(verified.name()).isEqualTo("ana");
        assertThat(verified.email()).contains("ana@example.org");
        assertThat(verified.own()).isFalse();
    }

    @Test
    void rolesAreWhereThePathLeads() throws InvalidToken {
        assertThat(accepted(token()).roles()).containsExactlyInAnyOrder("user", "offline_access");
        assertThat(with("login.provider.roles", "resource_access.shop.roles")
                        .verify(signed(token()))
                        .roles())
                .containsExactly("admin");
        assertThat(with("login.provider.roles", "https://example.org/roles")
                        .verify(signed(token().claim("https://example.org/roles", List.of("admin"))))
                        .roles())
                .containsExactly("admin");
    }

    @Test
    void aPathThatLeadsNowhereGivesNoRole() throws InvalidToken {
        assertThat(accepted(token().without("realm_access")).roles()).isEmpty();
        for (Object other : List.of("admin", 1, List.of("admin"), Map.of("roles", "admin"), Map.of("role", "admin"))) {
            assertThat(accepted(token().claim("realm_access", other)).roles()).isEmpty();
        }
        assertThat(accepted(token().claim("realm_access", Map.of("roles", List.of(1, List.of("admin"), "user"))))
                        .roles())
                .containsExactly("user");
    }

    @Test
    void anAddressThatIsNotVerifiedIsIgnored() throws InvalidToken {
        assertThat(accepted(token().claim("email_verified", false)).email()).isEmpty();
        assertThat(accepted(token().claim("email_verified", "true")).email()).isEmpty();
        assertThat(accepted(token().claim("email_verified", 1)).email()).isEmpty();
        assertThat(accepted(token().without("email_verified")).email()).isEmpty();
        assertThat(accepted(token().without("email")).email()).isEmpty();
    }

    @Test
    void otherTokensOfTheProviderAreRefused() {
        for (Object other : List.of("ID", "Refresh", "Offline", "Logout", "bearer", "", 1)) {
            refused(signed(token().claim("typ", other)));
        }
        refused(signed(token().header("typ", "logout+jwt")));
        refused(signed(token().header("typ", "at+jwt")));
        refused(signed(token().without("typ")));
    }

    @Test
    void ofAnotherIssuerOrForAnotherAudience() {
        refused(signed(token().claim("iss", "https://id.example.org/realms/other")));
        refused(signed(token().claim("iss", Provider.ISSUER + "/")));
        refused(signed(token().claim("aud", "account")));
        refused(signed(token().claim("aud", List.of("account"))));
        refused(signed(token().without("aud")));
        assertThat(provider.asked()).as("an unknown issuer asks nobody").isEqualTo(1);
    }

    @Test
    void withAnotherAlgorithm() throws InvalidToken {
        byte[] publicKey = KEY.getPublicKey().getEncoded();
        for (String other : List.of("RS384", "RS512", "PS256")) {
            refused(Provider.signed(token(), KEY, other));
        }
        refused(token().header("alg", "HS256").maced(publicKey));
        refused(token().header("alg", "HS256").maced("key-1".getBytes(StandardCharsets.UTF_8)));
        refused(token().header("alg", "none").withSignature(new byte[0]));
        refused(token().header("alg", "none").withSignature(new byte[] {1}));
        refused(token().header("alg", "ES256").signed(KeyPairs.p256()));
        assertThat(with("login.provider.algorithm", "PS256")
                        .verify(Provider.signed(token(), KEY, "PS256"))
                        .name())
                .isEqualTo("ana");
    }

    @Test
    void withAnotherKey() {
        refused(Provider.signed(token(), STRANGE, "RS256"));
        refused(Provider.signed(Provider.token("key-2"), FOR_SECRETS, "RS256"));
        refused(signed(token().header("jku", "https://example.org/keys")));
        refused(token().withSignature(new byte[256]));
    }

    @Test
    void withoutWhatNamesItOrOutsideOfItsTime() {
        for (String claim : List.of("sub", "jti", "iat", "exp")) {
            refused(signed(token().without(claim)));
        }
        long now = System.currentTimeMillis() / 1_000;
        refused(signed(token().claim("exp", now - 31)));
        refused(signed(token().claim("iat", now + 120)));
        refused(signed(token().claim("nbf", now + 120)));
        refused(signed(token().claim("exp", now + 2 * TokenSettings.LONGEST.toSeconds())));
    }

    @Test
    void withOwnLoginSwitchedOffThereAreNoOwnTokens() {
        assertThat(tokens.own()).isEmpty();
        assertThat(tokens.publishedKeys()).isEmpty();
        assertThatThrownBy(() -> tokens.issue(new TokenSubject(7, "ana@example.org", Set.of(), "s"), Instant.EPOCH))
                .isInstanceOf(IllegalStateException.class);
        refused(new Forge("key-1").signed(KeyPairs.p256()));
        assertThat(provider.asked()).isZero();
    }

    @Test
    void bothIssuersAreAcceptedAndNeitherForTheOther() throws Exception {
        KeyPair own = KeyPairs.p256();
        Map<String, String> settings = new HashMap<>(provider.settings());
        settings.put("login.enabled", "true");
        settings.put("login.private-key", KeyPairs.pem(own.getPrivate()));
        settings.put("login.public-keys", KeyPairs.pem(own.getPublic()));
        Tokens both = Tokens.of(Settings.of(settings));
        String kid = KeyRing.of(KeyPairs.pem(own.getPrivate()), KeyPairs.pem(own.getPublic()))
                .current()
                .getKeyId();
        assertThat(both.verify(new Forge(kid).signed(own)).own()).isTrue();
        assertThat(both.verify(signed(token())).own()).isFalse();
        assertThatThrownBy(() -> both.verify(signed(token().claim("iss", "alacena"))))
                .isInstanceOf(InvalidToken.class);
        assertThatThrownBy(() ->
                        both.verify(new Forge(kid).claim("iss", Provider.ISSUER).signed(own)))
                .isInstanceOf(InvalidToken.class);
    }

    @Test
    void oneThatLivesLongerThanRevocationsAreRememberedIsRefusedToItsLastMinute() throws InvalidToken {
        Tokens forgetful = with("alacena.revocations.longest-token", "PT1H");
        long now = System.currentTimeMillis() / 1_000;
        String longer = signed(token().claim("iat", now - 3_600).claim("exp", now + 60));
        assertThatThrownBy(() -> forgetful.verify(longer)).isInstanceOf(InvalidToken.class);
        assertThat(forgetful
                        .verify(signed(token().claim("iat", now - 3_540).claim("exp", now + 60)))
                        .name())
                .isEqualTo("ana");
    }

    @Test
    void keysComeByTlsOrFromThisMachine() {
        for (String url : List.of(
                "https://id.example.org/keys", "http://localhost:1/k", "http://127.0.0.9/k", "http://[::1]:1/k")) {
            assertThat(with("login.provider.keys", url).own()).as(url).isEmpty();
        }
    }

    @Test
    void settingsThatCannotBeUsedAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with("login.provider.keys", "file:///etc/keys"))
                .withMessageContaining("login.provider.keys");
        for (String open : List.of(
                "http://id.example.org/keys",
                "http://localhost.example.org/keys",
                "http://127.0.0.1.example.org/keys",
                "http://127.0.0.1@id.example.org/keys",
                "/keys")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with("login.provider.keys", open))
                    .withMessageContaining("login.provider.keys");
        }
        for (String weak : List.of("none", "HS256", "rs256", "EdDSA")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> with("login.provider.algorithm", weak))
                    .withMessageContaining("login.provider.algorithm");
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tokens.of(
                        Settings.of(Map.of("login.enabled", "false", "login.provider.issuer", Provider.ISSUER))))
                .withMessageContaining("login.provider.audience");
    }
}
