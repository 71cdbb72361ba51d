package dev.alacena.cache.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Consistency;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Sweep;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The configuration of a cache wins over its annotation, the annotation over the defaults. */
class PrecedenceTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void nothingSaidIsTheDefault() {
        Setup setup = Setup.of(Map.of());
        Policy.Times times = new Policy.Times(Duration.ofMinutes(10), Duration.ofMinutes(1), Duration.ofSeconds(10));
        assertThat(setup.users()).isEqualTo(new Policy("users", true, false, 10_000, times));
        assertThat(setup.settings().general())
                .isEqualTo(new Settings.General(
                        true,
                        "alacena",
                        Duration.ofSeconds(1),
                        Duration.ofMinutes(1),
                        Duration.ofMinutes(1),
                        4 << 20,
                        100_000));
        assertThat(setup.settings().redis()).isEmpty();
        assertThat(setup.mistakes()).isEmpty();
    }

    @Test
    void ofTheTimeToLive() {
        Map<String, String> defaults = Map.of("alacena.defaults.ttl", "PT2M");
        Map<String, String> both = Map.of("alacena.defaults.ttl", "PT2M", "alacena.caches.users.ttl", "PT3M");
        assertThat(Setup.of(defaults).users().times().ttl()).isEqualTo(Duration.ofMinutes(2));
        assertThat(annotated(defaults).times().ttl()).isEqualTo(HOUR);
        assertThat(annotated(both).times().ttl()).isEqualTo(Duration.ofMinutes(3));
    }

    @Test
    void ofTheConsistency() {
        Map<String, String> defaults = Map.of("alacena.defaults.consistency", "bounded");
        Map<String, String> both =
                Map.of("alacena.defaults.consistency", "bounded", "alacena.caches.users.consistency", "Bounded");
        assertThat(Setup.of(defaults).users().near()).isTrue();
        assertThat(annotated(defaults).near()).isFalse();
        assertThat(annotated(both).near()).isTrue();
    }

    @Test
    void aConsistencyOfDefaultSaysNothing() {
        Map<String, String> both =
                Map.of("alacena.defaults.consistency", "bounded", "alacena.caches.users.consistency", "default");
        assertThat(Setup.of(both).users().near()).isTrue();
        assertThat(annotated(both).near()).isFalse();
    }

    @Test
    void ofEverythingElseThatACacheHas() {
        Policy policy = Setup.of(Map.of(
                        "alacena.defaults.null-ttl", "PT2S",
                        "alacena.defaults.lease", "PT3S",
                        "alacena.defaults.max-entries", "4",
                        "alacena.caches.users.lease", "PT5S",
                        "alacena.caches.users.max-entries", "6"))
                .users();
        assertThat(policy.times().nullTtl()).isEqualTo(Duration.ofSeconds(2));
        assertThat(policy.times().lease()).isEqualTo(Duration.ofSeconds(5));
        assertThat(policy.maxEntries()).isEqualTo(6);
    }

    @Test
    void ofTheReplicasThatAreWaitedFor() {
        Settings settings = Setup.of(
                        Map.of("alacena.defaults.wait-replicas", "1", "alacena.caches.users.wait-replicas", "2"))
                .settings();
        settings.of("users", null, Consistency.DEFAULT);
        settings.of("posts", null, Consistency.DEFAULT);
        assertThat(settings.waitReplicas("users")).isEqualTo(2);
        assertThat(settings.waitReplicas("posts")).isEqualTo(1);
        assertThat(settings.waitReplicas("of another application")).isEqualTo(1);
        assertThat(settings.waitReplicas(Sweep.EVERY_CACHE)).isEqualTo(2);
        assertThat(Setup.of(Map.of()).settings().waitReplicas(Sweep.EVERY_CACHE))
                .isZero();
    }

    @Test
    void anotherCacheIsAnotherCache() {
        Setup setup = Setup.of("alacena.caches.users-by-email.ttl", "PT3M");
        assertThat(setup.users().times().ttl()).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aNullLivesNoLongerThanAValue() {
        Setup setup = Setup.of("alacena.caches.users.ttl", "PT1S");
        assertThat(setup.users().times().nullTtl()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aCacheIsSwitchedOffAloneOrWithAll() {
        Setup one = Setup.of("alacena.caches.users.enabled", "false");
        assertThat(one.users().enabled()).isFalse();
        assertThat(one.settings().of("posts", null, Consistency.DEFAULT).enabled())
                .isTrue();
        Map<String, String> all = Map.of("alacena.enabled", "false", "alacena.caches.users.enabled", "true");
        assertThat(Setup.of(all).users().enabled()).isFalse();
    }

    @Test
    void anEmptySettingCountsAsNone() {
        for (String nothing : new String[] {"", " "}) {
            Setup setup = Setup.of(Map.of(
                    "alacena.caches.users.ttl", nothing,
                    "alacena.caches.users.consistency", nothing,
                    "alacena.enabled", nothing,
                    "alacena.namespace", nothing,
                    "alacena.redis.url", nothing));
            assertThat(setup.settings()
                            .of("users", HOUR, Consistency.BOUNDED)
                            .times()
                            .ttl())
                    .isEqualTo(HOUR);
            assertThat(setup.settings().of("users", HOUR, Consistency.BOUNDED).near())
                    .isTrue();
            assertThat(setup.settings().general().enabled()).isTrue();
            assertThat(setup.settings().general().namespace()).isEqualTo("alacena");
            assertThat(setup.settings().redis()).isEmpty();
            assertThat(setup.mistakes()).isEmpty();
        }
    }

    private static Policy annotated(Map<String, String> properties) {
        return Setup.of(properties).settings().of("users", HOUR, Consistency.STRICT);
    }
}
