package dev.alacena.cache.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.session.SessionRules;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long sessions live is a setting, and times that make no sense are mistakes. */
class SessionSettingsTest {

    @Test
    void theDefaultsAreHalfAnHourTwelveHoursAndAMinute() {
        assertThat(Setup.of(Map.of()).settings().sessions())
                .isEqualTo(new SessionRules(Duration.ofMinutes(30), Duration.ofHours(12), Duration.ofMinutes(1)));
    }

    @Test
    void theSettingsWin() {
        Setup setup = Setup.of(Map.of(
                "alacena.sessions.idle", "PT10M",
                "alacena.sessions.longest", "PT10M",
                "alacena.sessions.touch-interval", "PT5S"));
        assertThat(setup.mistakes()).isEmpty();
        assertThat(setup.settings().sessions())
                .isEqualTo(new SessionRules(Duration.ofMinutes(10), Duration.ofMinutes(10), Duration.ofSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"idle", "longest", "touch-interval"})
    void whatIsNoDurationIsAMistake(String name) {
        Setup setup = Setup.of("alacena.sessions." + name, "30 minutes");
        assertThat(setup.mistakes()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("ALA020");
            assertThat(problem.place()).isEqualTo("setting alacena.sessions." + name);
        });
    }

    @Test
    void aSessionIsNotIdleForLongerThanItLives() {
        Setup setup = Setup.of("alacena.sessions.idle", "PT13H");
        assertThat(setup.mistakes()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("ALA024");
            assertThat(problem.place()).isEqualTo("setting alacena.sessions.idle");
            assertThat(problem.cause()).contains("PT13H", "alacena.sessions.longest", "PT12H");
        });
    }

    @Test
    void aSessionDoesNotEndBetweenTwoTouches() {
        Setup setup = Setup.of("alacena.sessions.touch-interval", "PT30M");
        assertThat(setup.mistakes()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("ALA024");
            assertThat(problem.place()).isEqualTo("setting alacena.sessions.touch-interval");
        });
    }

    @Test
    void theDatabaseIsNamedBySetting() {
        assertThat(Setup.of(Map.of()).settings().securityDatasource()).isEmpty();
        assertThat(Setup.of("alacena.security.datasource", "jdbc/app")
                        .settings()
                        .securityDatasource())
                .contains("jdbc/app");
    }
}
