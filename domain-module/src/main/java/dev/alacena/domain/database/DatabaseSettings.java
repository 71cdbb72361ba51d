package dev.alacena.domain.database;

import dev.alacena.api.NeverCache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where the database is and who asks.
 *
 * @param url {@code database.url}, a JDBC URL of PostgreSQL; default {@code jdbc:postgresql://127.0.0.1:5432/alacena}
 * @param user {@code database.user}; default {@code alacena}
 * @param password the content of {@code database.password-file} (for secrets of containers), else {@code
 *     database.password}, else empty
 * @param poolSize {@code database.pool-size}, connections of this node at most; default 20
 */
record DatabaseSettings(String url, String user, @NeverCache String password, int poolSize) {

    DatabaseSettings {
        if (poolSize < 1) {
            throw new IllegalArgumentException("database.pool-size is " + poolSize + "; it must be at least 1");
        }
    }

    static DatabaseSettings from(Config config) {
        return new DatabaseSettings(
                text(config, "database.url").orElse("jdbc:postgresql://127.0.0.1:5432/alacena"),
                text(config, "database.user").orElse("alacena"),
                password(config),
                config.getOptionalValue("database.pool-size", Integer.class).orElse(20));
    }

    private static String password(Config config) {
        return text(config, "database.password-file")
                .map(DatabaseSettings::content)
                .or(() -> text(config, "database.password"))
                .orElse("");
    }

    private static Optional<String> text(Config config, String name) {
        return config.getOptionalValue(name, String.class);
    }

    private static String content(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("database.password-file cannot be read", unreadable);
        }
    }

    /** As a record, but without the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=%s, user=%s, poolSize=%d]".formatted(url, user, poolSize);
    }
}
