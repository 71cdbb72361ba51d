package dev.alacena.cache.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

/** A setting with a typing mistake does not pass unnoticed. */
class UnknownSettingsTest {

    private static List<String> unknown(String name) {
        Config config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of(name, "x"), "test", 100))
                .build();
        return UnknownSettings.in(config, List.of("users", "Users.find"));
    }

    @Test
    void settingsThatAreReadAreKnown() {
        for (String name : List.of(
                "alacena.redis.url",
                "alacena.sessions.touch-interval",
                "alacena.security.datasource",
                "alacena.defaults.ttl",
                "alacena.caches.users.ttl",
                "alacena.caches.Users.find.enabled",
                "database.url")) {
            assertThat(unknown(name)).isEmpty();
        }
    }

    @Test
    void settingsThatNothingReadsAreFound() {
        for (String name : List.of(
                "alacena.redis.tiemout",
                "alacena.sessions.ttl",
                "alacena.defaults.enabled",
                "alacena.caches.user.ttl",
                "alacena.caches.users.tll",
                "alacena.ttl")) {
            assertThat(unknown(name)).containsExactly(name);
        }
    }
}
