package dev.alacena.domain.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Access tokens live no longer than their revocation is remembered, and are renewed before their session is idle. */
class TokenSettingsTest {

    private static TokenSettings settings(String... more) {
        Map<String, String> settings = new HashMap<>(Map.of("login.private-key", "-", "login.public-keys", "-"));
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return TokenSettings.from(Settings.of(settings));
    }

    @Test
    void aTokenThatOutlivesItsRevocationIsRefusedByTheNamesOfBothSettings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("alacena.revocations.longest-token", "PT14M59S"))
                .withMessageContaining("login.access-token")
                .withMessageContaining("alacena.revocations.longest-token");
        assertThatIllegalArgumentException().isThrownBy(() -> settings("login.access-token", "P1DT1S"));
    }

    @Test
    void oneThatLivesAsLongIsNot() {
        assertThat(settings("alacena.revocations.longest-token", "PT15M").accessToken())
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aSessionThatIsIdleBeforeItsTokenIsRenewedIsRefusedByTheNamesOfBothSettings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("alacena.sessions.idle", "PT15M"))
                .withMessageContaining("login.access-token")
                .withMessageContaining("alacena.sessions.idle");
        assertThatIllegalArgumentException().isThrownBy(() -> settings("login.access-token", "PT30M"));
        assertThat(settings("alacena.sessions.idle", "PT15M1S").accessToken()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void whereThereAreNoOwnTokensNoneIsTooLong() {
        assertThat(settings(
                                "login.enabled",
                                "false",
                                "alacena.revocations.longest-token",
                                "PT1M",
                                "alacena.sessions.idle",
                                "PT1M")
                        .enabled())
                .isFalse();
    }
}
