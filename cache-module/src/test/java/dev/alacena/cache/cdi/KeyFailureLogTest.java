package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.KeyGenerator;
import dev.alacena.api.UpdateCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says of a call that has no key: where and what kind of failure, never a value. */
class KeyFailureLogTest {
    private static final String SECRET = "the value is nobody's business";
    private static final Logger LOGGER = Logger.getLogger("dev.alacena.cache");

    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final WeldContainer container =
            new Weld().addBeanClasses(Vault.class).initialize();
    private final Vault vault = container.select(Vault.class).get();
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            if (line.getLevel().equals(Level.WARNING)) {
                warnings.add(MessageFormat.format(line.getMessage(), line.getParameters()) + line.getThrown());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    /** Keys by a generator that tells all it knows. */
    @ApplicationScoped
    static class Vault {
        @Cached(cache = "vault", keyGenerator = Telling.class)
        public String open(String secret) {
            return secret;
        }

        @InvalidateCache(cache = "vault", keyGenerator = Telling.class)
        public void close(String secret) {}

        @UpdateCache(cache = "vault", keyGenerator = Telling.class)
        public String replace(String secret) {
            return secret;
        }
    }

    public static final class Telling implements KeyGenerator {
        @Override
        public String generate(Method method, List<Object> arguments) {
            throw new IllegalStateException("no key for " + arguments);
        }
    }

    @BeforeEach
    void listen() {
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void stop() {
        LOGGER.removeHandler(handler);
        container.close();
    }

    @Test
    void itNamesTheMethodAndTheKindOfFailureAndNoValue() {
        assertThat(vault.open(SECRET)).isEqualTo(SECRET);
        vault.close(SECRET);
        assertThat(vault.replace(SECRET)).isEqualTo(SECRET);
        assertThat(warnings)
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(line -> line.contains("Vault") && line.contains("IllegalStateException"))
                .noneMatch(line -> line.contains(SECRET));
    }
}
