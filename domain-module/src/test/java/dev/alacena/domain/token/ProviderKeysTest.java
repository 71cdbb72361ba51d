package dev.alacena.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.RsaJsonWebKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider changes its keys, and is not always there. */
class ProviderKeysTest {

    private static final RsaJsonWebKey OLD = Provider.key("old", "sig");
    private static final RsaJsonWebKey NEXT = Provider.key("next", "sig");

    private final Provider provider = new Provider();
    private Instant time = Instant.now();

    ProviderKeysTest() throws IOException {
        provider.publish(OLD);
    }

    @AfterEach
    void stop() {
        provider.close();
    }

    private OutsideIssuer issuer(Duration pause) {
        ProviderSettings settings =
                ProviderSettings.from(Settings.of(provider.settings())).orElseThrow();
        return new OutsideIssuer(settings, pause, () -> time);
    }

    private static String signed(RsaJsonWebKey key) {
        return Provider.signed(Provider.token(key.getKeyId()), key, "RS256");
    }

    private static void accepted(OutsideIssuer issuer, RsaJsonWebKey key) throws InvalidToken {
        assertThat(issuer.verify(signed(key)).name()).isEqualTo("ana");
    }

    private static void refused(OutsideIssuer issuer, RsaJsonWebKey key) {
        assertThatThrownBy(() -> issuer.verify(signed(key))).isInstanceOf(InvalidToken.class);
    }

    @Test
    void areFetchedOnceForManyTokens() throws InvalidToken {
        OutsideIssuer issuer = issuer(OutsideIssuer.PAUSE);
        for (int i = 0; i < 5; i++) {
            accepted(issuer, OLD);
        }
        assertThat(provider.asked()).isEqualTo(1);
    }

    @Test
    void areFetchedAgainForAnUnknownKey() throws InvalidToken {
        OutsideIssuer issuer = issuer(Duration.ZERO);
        accepted(issuer, OLD);
        provider.publish(OLD, NEXT);
        accepted(issuer, NEXT);
        accepted(issuer, OLD);
        assertThat(provider.asked()).isEqualTo(2);
    }

    @Test
    void thatWereTakenOutAreNotAcceptedOnceTheyWereFetchedAgain() throws InvalidToken {
        OutsideIssuer issuer = issuer(Duration.ZERO);
        accepted(issuer, OLD);
        provider.publish(NEXT);
        accepted(issuer, NEXT);
        refused(issuer, OLD);
    }

    @Test
    void areNotFetchedForEachUnknownKey() throws InvalidToken {
        OutsideIssuer issuer = issuer(OutsideIssuer.PAUSE);
        accepted(issuer, OLD);
        for (int i = 0; i < 5; i++) {
            refused(issuer, NEXT);
        }
        assertThat(provider.asked()).isEqualTo(1);
    }

    @Test
    void verifyTokensWhileTheProviderIsDown() throws InvalidToken {
        OutsideIssuer issuer = issuer(Duration.ZERO);
        accepted(issuer, OLD);
        provider.down(true);
        refused(issuer, NEXT);
        accepted(issuer, OLD);
        provider.close();
        refused(issuer, NEXT);
        accepted(issuer, OLD);
    }

    @Test
    void areNotAskedForAgainAndAgainWhileTheProviderIsDown() throws InvalidToken {
        OutsideIssuer issuer = issuer(OutsideIssuer.PAUSE);
        provider.down(true);
        for (int i = 0; i < 5; i++) {
            refused(issuer, OLD);
        }
        assertThat(provider.asked()).isEqualTo(1);
        provider.down(false);
        time = time.plus(OutsideIssuer.PAUSE);
        accepted(issuer, OLD);
    }
}
