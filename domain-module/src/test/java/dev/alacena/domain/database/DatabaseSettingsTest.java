package dev.alacena.domain.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the database is, by settings. */
class DatabaseSettingsTest {

    /** Answers the two questions that are asked of a configuration: a text, a number. */
    private static DatabaseSettings of(Map<String, String> settings) {
        return DatabaseSettings.from((Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (p, method, asked) -> {
                    assertThat(method.getName()).isEqualTo("getOptionalValue");
                    Optional<String> text = Optional.ofNullable(settings.get((String) asked[0]));
                    return asked[1] == Integer.class ? text.map(Integer::valueOf) : text;
                }));
    }

    @Test
    void withoutSettingsItIsOnThisMachine() {
        assertThat(of(Map.of()))
                .isEqualTo(new DatabaseSettings("jdbc:postgresql://127.0.0.1:5432/alacena", "alacena", "", 20));
    }

    @Test
    void aFileWithThePasswordWins(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "from the file\n");
        DatabaseSettings settings =
                of(Map.of("database.password-file", file.toString(), "database.password", "from the setting"));
        assertThat(settings.password()).isEqualTo("from the file");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> of(Map.of("database.password-file", "/no/such/file")))
                .hasMessageContaining("database.password-file");
    }

    @Test
    void thePasswordIsNotPrinted() {
        assertThat(of(Map.of("database.password", "s3cret")).toString()).doesNotContain("s3cret");
    }

    @Test
    void aPoolOfNothingIsRefused() {
        assertThatThrownBy(() -> of(Map.of("database.pool-size", "0"))).hasMessageContaining("database.pool-size");
    }
}
