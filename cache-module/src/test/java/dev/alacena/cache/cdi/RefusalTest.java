package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import jakarta.enterprise.context.ApplicationScoped;
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
