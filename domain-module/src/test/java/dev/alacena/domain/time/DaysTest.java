package dev.alacena.domain.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Days end when they do where they are counted. */
class DaysTest {

    private static Days days(String from, String to) {
        return new Days(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void aDayEndsWhereTheNextBegins() {
        assertThat(days("2025-01-31", "2025-02-01").ends(ZoneId.of("UTC")))
                .containsExactly(Instant.parse("2025-02-01T00:00:00Z"), Instant.parse("2025-02-02T00:00:00Z"));
    }

    @Test
    void aDayOnWhichClocksChangeIsShorterOrLonger() {
        List<Instant> spring = days("2025-03-29", "2025-03-30").ends(ZoneId.of("Europe/Berlin"));
        assertThat(Duration.between(spring.get(0), spring.get(1))).isEqualTo(Duration.ofHours(23));
        List<Instant> autumn = days("2025-10-25", "2025-10-26").ends(ZoneId.of("Europe/Berlin"));
        assertThat(Duration.between(autumn.get(0), autumn.get(1))).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void aDayThatTheZoneHasSkippedEndsAsItBegins() {
        List<Instant> ends = days("2011-12-29", "2011-12-31").ends(ZoneId.of("Pacific/Apia"));
        assertThat(ends).hasSize(3);
        assertThat(ends.get(1)).isEqualTo(ends.get(0));
        assertThat(Duration.between(ends.get(1), ends.get(2))).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void thereIsOneDayAtLeastAndAYearAtMost() {
        assertThat(days("2024-01-01", "2024-12-31").ends(ZoneId.of("UTC"))).hasSize(Days.MOST);
        assertThat(days("2024-01-01", "2024-01-01").ends(ZoneId.of("UTC"))).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> days("2024-01-01", "2025-01-01"));
        assertThatIllegalArgumentException().isThrownBy(() -> days("2024-01-02", "2024-01-01"));
    }
}
