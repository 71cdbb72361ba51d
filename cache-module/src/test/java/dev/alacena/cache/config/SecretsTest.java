package dev.alacena.cache.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.redis.RedisConnection;
import dev.alacena.cache.redis.RedisConnection.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords are read from settings or files, and never printed. */
class SecretsTest {
    private static final String URL = "redis://localhost:6379";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void theAddressIsPrintedWithoutUserAndPassword() {
        RedisConnection redis = redis(
                Map.of("alacena.redis.url", URL, "alacena.redis.username", "app", "alacena.redis.password", "hunter2"));
        assertThat(redis.login()).isEqualTo(new Login("app", "hunter2"));
        assertThat(redis).hasToString(URL);
    }

    @ParameterizedTest
    @CsvSource({
        "redis://app:hunter2@localhost:6379, app, hunter2",
        "redis://:hunter2@localhost:6379, , hunter2",
        "redis://hunter2@localhost:6379, , hunter2",
        "redis://app:hun/ter2@localhost:6379, app, hun/ter2",
        "redis://app:hun@ter2@localhost:6379, app, hun@ter2",
        "redis://app:hun:ter2@localhost, app, hun:ter2",
        "redis://a%40b:hun%2Fter+2@localhost, a@b, hun/ter+2"
    })
    void userAndPasswordInTheAddressConnectAndAreNotPrinted(String url, String username, String password) {
        RedisConnection redis = redis(Map.of("alacena.redis.url", url));
        assertThat(redis.login()).isEqualTo(new Login(username, password));
        assertThat(redis).hasToString(URL);
        assertThat(redis.login().toString()).doesNotContain("ter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "redis://app:hunter2@one:6379,redis://app:hunter2@localhost:6379",
                "redis://app:hun\nter2@localhost:6379",
                "redis://app:hunter2@",
                "http://app:hunter2@localhost:6379"
            })
    void aPasswordInAnAddressThatIsRefusedIsNotPrinted(String url) {
        Setup setup = Setup.of(Map.of("alacena.redis.url", url));
        assertThat(setup.mistakes()).hasSize(1);
        assertThat(setup.problems().text())
                .contains("setting alacena.redis.url")
                .doesNotContain("ter2");
    }

    @Test
    void aFileOfThePasswordWinsAndLosesItsLastNewline() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "hunter2\n");
        RedisConnection redis = redis(Map.of(
                "alacena.redis.url", URL, "alacena.redis.password", "old", "alacena.redis.password-file", "" + file));
        assertThat(redis.login().password()).isEqualTo("hunter2");
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
        RedisConnection redis = redis(Map.of("alacena.redis.url", URL, "alacena.redis.password", " "));
        assertThat(redis.login()).isEqualTo(Login.NONE);
    }

    private static RedisConnection redis(Map<String, String> properties) {
        return Setup.of(properties).settings().redis().orElseThrow();
    }
}
