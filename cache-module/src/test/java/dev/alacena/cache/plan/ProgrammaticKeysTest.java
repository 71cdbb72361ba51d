package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A key from code is the text that the placeholder of a template writes. */
class ProgrammaticKeysTest {

    record Slice(int from, String order) {}

    static class Bean {
        @Cached(key = "{id}")
        public String byLong(long id) {
            return "";
        }

        @Cached(key = "{id}")
        public String byBoxed(Long id) {
            return "";
        }

        @Cached(key = "{id}")
        public String byText(String id) {
            return "";
        }

        @Cached(key = "{id}")
        public String byUuid(UUID id) {
            return "";
        }

        @Cached(key = "{id}")
        public String byDate(LocalDate id) {
            return "";
        }

        @Cached(key = "{id}")
        public String byDay(DayOfWeek id) {
            return "";
        }

        @Cached(key = "{id}")
        public String byAmount(BigDecimal id) {
            return "";
        }

        @Cached(key = "{id}")
        public String byRecord(Slice id) {
            return "";
        }

        @Cached(key = "{id}")
        public String byList(List<String> id) {
            return "";
        }
    }

    @Test
    void ofEveryTypeOfKey() {
        agrees("byLong", 42L);
        agrees("byBoxed", 42L);
        agrees("byText", "it's {42}:%");
        agrees("byText", "");
        agrees("byText", "k".repeat(1000));
        agrees("byUuid", new UUID(1, 2));
        agrees("byDate", LocalDate.of(2026, 1, 31));
        agrees("byDay", DayOfWeek.FRIDAY);
        agrees("byAmount", new BigDecimal("1.00"));
        agrees("byRecord", new Slice(1, "a,b"));
        agrees("byList", List.of("a", "b"));
    }

    private static void agrees(String method, Object key) {
        assertThat(KeyText.of(key)).isEqualTo(Planning.of(Bean.class).key(Bean.class, method, key));
    }
}
