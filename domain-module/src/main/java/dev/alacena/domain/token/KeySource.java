package dev.alacena.domain.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where the text of a key comes from: {@code <setting>-file}, which may change while the application runs, else the
 * setting itself.
 *
 * @param setting the name
 * @param file where it is; wins over the text
 * @param text PEM
 */
record KeySource(String setting, Optional<Path> file, Optional<String> text) {

    static KeySource of(Config config, String setting) {
        return new KeySource(
                setting,
                config.getOptionalValue(setting + "-file", String.class).map(Path::of),
                config.getOptionalValue(setting, String.class));
    }

    boolean isGiven() {
        return file.isPresent() || text.isPresent();
    }

    String read() throws IOException {
        if (file.isEmpty()) {
            return text.orElseThrow(() -> new IOException(setting + "-file and " + setting + " are not set"));
        }
        try {
            return Files.readString(file.get());
        } catch (IOException unreadable) {
            throw new IOException(setting + "-file cannot be read: " + file.get(), unreadable);
        }
    }

    /** Without the text. */
    @Override
    public String toString() {
        return file.map(path -> setting + "-file=" + path).orElse(setting);
    }
}
