package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.KeyGenerator;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.junit.jupiter.api.Test;

/** A deployment with mistakes is refused once, with all of them. */
class RefusalTest {

    @ApplicationScoped
    static class Mistaken {
        @Cached(cache = "a", key = "{nmae}")
        public String typo(String name) {
            return name;
        }

        @Cached(cache = "b")
        public void nothing() {}

        @Cached(cache = "c", ttl = "5 minutes")
        public Object anything() {
            return "";
        }

        @InvalidateCache(cache = "unknown", key = "{0}")
        public void unknown(long id) {}
    }

    @ApplicationScoped
    static class Unmakeable {
        @Cached(cache = "g", keyGenerator = Needy.class)
        public String find(long id) {
            return "";
        }
    }

    /** Neither a bean nor one that anybody could make. */
    record Needy(String need) implements KeyGenerator {
        @Override
        public String generate(Method method, List<Object> arguments) {
            return need;
        }
    }

    @Test
    void aGeneratorThatNobodyCanMakeIsTold() {
        Weld weld = new Weld().addBeanClasses(Unmakeable.class);
        assertThatThrownBy(weld::initialize).hasMessageContaining("ALA022").hasMessageContaining("Needy");
    }

    @Test
    void allMistakesAreToldAtOnce() {
        Weld weld = new Weld().addBeanClasses(Mistaken.class);
        assertThatThrownBy(weld::initialize)
                .hasMessageContaining("ALA004")
                .hasMessageContaining("{nmae}")
                .hasMessageContaining("[0, name]")
                .hasMessageContaining("ALA003")
                .hasMessageContaining("ALA011")
                .hasMessageContaining("ALA013")
                .hasMessageContaining("ALA019")
                .hasMessageContaining("5 mistakes");
    }
}
