package dev.alacena.cache.config;

import dev.alacena.api.Consistency;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.plan.Problem;
import dev.alacena.cache.plan.Problems;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;

/** Settings made of a few properties, with the mistakes in them. */
record Setup(Settings settings, Problems problems) {

    static Setup of(Map<String, String> properties) {
        Problems problems = new Problems();
        PropertiesConfigSource source = new PropertiesConfigSource(properties, "test", 100);
        return new Setup(
                new Settings(new SmallRyeConfigBuilder().withSources(source).build(), problems), problems);
    }

    static Setup of(String name, String value) {
        return of(Map.of(name, value));
    }

    /** The policy of the cache {@code users}, of which the annotations say nothing. */
    Policy users() {
        return settings.of("users", null, Consistency.DEFAULT);
    }

    List<Problem> mistakes() {
        return problems.found();
    }
}
