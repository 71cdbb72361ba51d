package dev.alacena.cache.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.address.Forwarding;
import dev.alacena.cache.address.Network;
import dev.alacena.cache.engine.Throttle.Bucket;
import dev.alacena.cache.engine.Throttle.Delay;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The settings of rate limits. */
class LimitSettingsTest {
    private static final Bucket ANNOTATED = new Bucket(10, Duration.ofHours(1));

    @Test
    void theConfigurationWinsOverTheAnnotationNumberByNumber() {
        Setup permits = Setup.of("alacena.rate-limits.search.permits", "20");
        assertThat(permits.settings().bucket("search", ANNOTATED)).contains(new Bucket(20, Duration.ofHours(1)));
        assertThat(permits.settings().bucket("other", ANNOTATED)).contains(ANNOTATED);
        Setup per = Setup.of("alacena.rate-limits.a.b.per", "PT2S");
        assertThat(per.settings().bucket("a.b", ANNOTATED)).contains(new Bucket(10, Duration.ofSeconds(2)));
    }

    @Test
    void aLimitOfCodeIsAsLargeAsTheConfigurationSays() {
        Setup setup = Setup.of("alacena.rate-limits.mail.permits", "3");
        assertThat(setup.settings().bucket("mail", null)).contains(new Bucket(3, Duration.ofMinutes(1)));
        assertThat(setup.settings().bucket("other", null)).isEmpty();
    }

    @Test
    void aDelayHasDefaultsAndCanBeSet() {
        Setup setup = Setup.of(Map.of(
                "alacena.rate-limits.login.free-failures", "0",
                "alacena.rate-limits.login.first-delay", "PT2S",
                "alacena.rate-limits.login.longest-delay", "PT3S",
                "alacena.rate-limits.login.forget-after", "PT4S"));
        assertThat(setup.mistakes()).isEmpty();
        assertThat(setup.settings().delay("login"))
                .isEqualTo(new Delay(0, Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4)));
        assertThat(setup.settings().delay("other"))
                .isEqualTo(new Delay(5, Duration.ofSeconds(1), Duration.ofMinutes(15), Duration.ofHours(1)));
    }

    @Test
    void noProxyIsTrustedUnlessItIsNamed() {
        assertThat(Setup.of(Map.of()).settings().proxies().trusted()).isEmpty();
        Setup setup = Setup.of(Map.of(
                "alacena.rate-limits.trusted-proxies", "10.0.0.0/8, 2001:db8::1",
                "alacena.rate-limits.forwarded-header", "forwarded"));
        assertThat(setup.mistakes()).isEmpty();
        assertThat(setup.settings().proxies().trusted())
                .containsExactly(Network.of("10.0.0.0/8"), Network.of("2001:db8::1"));
        assertThat(setup.settings().proxies().header()).isEqualTo(Forwarding.FORWARDED);
    }

    @Test
    void theHeaderIsCalledAsProxiesCallIt() {
        assertThat(Setup.of("alacena.rate-limits.forwarded-header", "X-Forwarded-For")
                        .settings()
                        .proxies()
                        .header())
                .isEqualTo(Forwarding.X_FORWARDED_FOR);
    }

    @Test
    void whatCannotBeUsedIsTold() {
        for (String[] setting : new String[][] {
            {"trusted-proxies", "proxy.example.org"},
            {"trusted-proxies", "10.0.0.0/99"},
            {"forwarded-header", "x-real-ip"},
            {"search.permits", "0"},
            {"search.permits", "many"},
            {"search.per", "1 minute"},
            {"login.free-failures", "-1"},
            {"login.first-delay", "soon"},
            {"login.longest-delay", "PT0S"},
            {"login.forget-after", "-PT1S"}
        }) {
            Setup setup = Setup.of("alacena.rate-limits." + setting[0], setting[1]);
            assertThat(setup.mistakes()).hasSize(1);
            assertThat(setup.mistakes().get(0).toString())
                    .contains("ALA020", "alacena.rate-limits." + setting[0], setting[1]);
        }
    }
}
