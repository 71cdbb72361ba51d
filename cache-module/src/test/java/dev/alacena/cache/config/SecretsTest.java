package dev.alacena.cache.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords are read from settings or files, and never printed. */
class SecretsTest {
    private static final String URL = "redis://localhost:6379";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void theAddressIsPrintedWithoutUserAndPassword() {
        Settings.Redis redis = redis(
                Map.of("alacena.redis.url", URL, "alacena.redis.username", "app", "alacena.redis.password", "hunter2"));
        assertThat(redis.username()).isEqualTo("app");
        assertThat(redis.password()).isEqualTo("hunter2");
        assertThat(redis).hasToString(URL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://app:hunter2@localhost:6379",
                "rediss://:hunter2@localhost:6379",
                "redis://app:hun/ter2@localhost:6379",
                "redis://app:hun@ter2@localhost:6379",
                "redis://app:hunter2@one:6379,redis://app:hunter2@localhost:6379",
                "redis://app:hun\nter2@localhost:6379"
            })
    void aPasswordInTheAddressIsNotPrinted(String url) {
        assertThat(redis(Map.of("alacena.redis.url", url)).toString())
                .doesNotContain("ter2")
                .endsWith("//localhost:6379");
    }

    @Test
    void aFileOfThePasswordWinsAndLosesItsLastNewline() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "hunter2\n");
        Settings.Redis redis = redis(Map.of(
                "alacena.redis.url", URL, "alacena.redis.password", "old", "alacena.redis.password-file", "" + file));
        assertThat(redis.password()).isEqualTo("hunter2");
        assertThat(redis.toString()).doesNotContain("hunter2");
    }

    @Test
    void aFileThatCannotBeReadIsAMistakeThatPrintsNoPassword() {
        Setup setup = Setup.of(Map.of(
                "alacena.redis.url",
                URL,
                "alacena.redis.password",
                "hunter2",
                "alacena.redis.password-file",
                folder.toString()));
        assertThat(setup.mistakes()).singleElement().satisfies(problem -> {
            assertThat(problem.place()).isEqualTo("setting alacena.redis.password-file");
            assertThat(problem.cause()).endsWith("is not a file that can be read");
        });
        assertThat(setup.problems().text()).doesNotContain("hunter2");
    }

    @Test
    void anEmptyPasswordIsNone() {
        Settings.Redis redis = redis(Map.of("alacena.redis.url", URL, "alacena.redis.password", " "));
        assertThat(redis.password()).isNull();
        assertThat(redis.username()).isNull();
    }

    private static Settings.Redis redis(Map<String, String> properties) {
        return Setup.of(properties).settings().redis().orElseThrow();
    }
}
