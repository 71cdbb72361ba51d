package dev.alacena.cache.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Consistency;
import dev.alacena.cache.plan.Problem;
import dev.alacena.cache.plan.Problems;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A setting that cannot be used is a mistake that names it, and its default stands in for it. */
class BadSettingsTest {
    private static final Map<String, String> GOOD = Map.of("alacena.redis.url", "redis://localhost");

    @ParameterizedTest
    @CsvSource({
        "alacena.enabled, yes",
        "alacena.max-staleness, 5s",
        "alacena.max-staleness, PT0S",
        "alacena.fence, PT-1S",
        "alacena.max-value-bytes, 0",
        "alacena.max-value-bytes, 2147483648",
        "alacena.max-value-bytes, 4MB",
        "alacena.memory.max-entries, -1",
        "alacena.defaults.ttl, 10",
        "alacena.defaults.null-ttl, PT",
        "alacena.defaults.lease, P1Y",
        "alacena.defaults.consistency, eventual",
        "alacena.defaults.max-entries, 1.5",
        "alacena.caches.users.ttl, P106751991168D",
        "alacena.caches.users.null-ttl, PT0.0001S",
        "alacena.caches.users.lease, ten",
        "alacena.caches.users.enabled, 1",
        "alacena.caches.users.consistency, eventual",
        "alacena.caches.users.max-entries, 0",
        "alacena.caches.users.wait-replicas, -1",
        "alacena.defaults.wait-replicas, one",
        "alacena.redis.database, -1",
        "alacena.redis.timeout, 100",
        "alacena.redis.connect-timeout, 0",
        "alacena.redis.pool-size, 0",
        "alacena.redis.pool-size, 1001",
        "alacena.redis.password-file, /no/such/file"
    })
    void isAMistakeThatNamesIt(String name, String value) {
        Setup bad = Setup.of(Map.of("alacena.redis.url", "redis://localhost", name, value));
        assertThat(bad.users()).isEqualTo(Setup.of(GOOD).users());
        assertThat(bad.settings().general()).isEqualTo(Setup.of(GOOD).settings().general());
        assertThat(bad.settings().redis()).isEqualTo(Setup.of(GOOD).settings().redis());
        assertThat(bad.mistakes()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("ALA020");
            assertThat(problem.place()).isEqualTo("setting " + name);
            assertThat(problem.cause()).startsWith("\"" + value + "\" is not ").doesNotContain("null");
            assertThat(problem.cure()).startsWith("correct it in the configuration");
        });
    }

    @Test
    void saysWhatWasExpected() {
        assertThat(Setup.of("alacena.max-staleness", "5s").mistakes())
                .singleElement()
                .extracting(Problem::cause)
                .isEqualTo("\"5s\" is not a duration from one millisecond to ten years in ISO-8601, such as PT5M");
    }

    @Test
    void allMistakesAreSaidAtOnce() {
        Setup setup = Setup.of(Map.of("alacena.enabled", "x", "alacena.fence", "x", "alacena.caches.users.ttl", "x"));
        assertThat(setup.users().enabled()).isTrue();
        assertThat(setup.mistakes())
                .extracting(Problem::place)
                .containsExactlyInAnyOrder(
                        "setting alacena.enabled", "setting alacena.fence", "setting alacena.caches.users.ttl");
    }

    @Test
    void aBadDefaultIsSaidOnceNotForEveryCache() {
        Setup setup = Setup.of("alacena.defaults.ttl", "x");
        setup.users();
        setup.settings().of("posts", null, Consistency.DEFAULT);
        assertThat(setup.mistakes()).hasSize(1);
    }

    @Test
    void aBadDefaultIsToldAlsoWhenNoCacheUsesIt() {
        Problems told = new Problems();
        new Settings(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(Map.of("alacena.defaults.ttl", "10m"), "test", 100))
                        .build(),
                told);
        assertThat(told.found()).singleElement().satisfies(problem -> assertThat(problem.place())
                .isEqualTo("setting alacena.defaults.ttl"));
    }
}
