package dev.alacena.domain.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A window is made of calendar days of its zone. */
class WindowTest {

    private static Window of(int days, String zone, String now) {
        return Window.of(days, ZoneId.of(zone), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
    }

    private static void assertWindow(Window window, String from, String start, String end) {
        assertThat(window.from()).isEqualTo(LocalDate.parse(from));
        assertThat(window.start()).isEqualTo(Instant.parse(start));
        assertThat(window.end()).isEqualTo(Instant.parse(end));
    }

    @Test
    void todayIsTheLastDay() {
        assertWindow(
                of(1, "UTC", "2026-03-10T12:00:00Z"), "2026-03-10", "2026-03-10T00:00:00Z", "2026-03-11T00:00:00Z");
        assertWindow(
                of(30, "UTC", "2026-03-10T12:00:00Z"), "2026-02-09", "2026-02-09T00:00:00Z", "2026-03-11T00:00:00Z");
    }

    @Test
    void todayIsThatOfTheZone() {
        String now = "2026-03-10T12:00:00Z";
        assertWindow(of(1, "Pacific/Kiritimati", now), "2026-03-11", "2026-03-10T10:00:00Z", "2026-03-11T10:00:00Z");
        assertWindow(of(1, "Etc/GMT+12", now), "2026-03-10", "2026-03-10T12:00:00Z", "2026-03-11T12:00:00Z");
        assertWindow(
                of(1, "America/Los_Angeles", "2026-03-10T06:59:59Z"),
                "2026-03-09",
                "2026-03-09T07:00:00Z",
                "2026-03-10T07:00:00Z");
    }

    @Test
    void withMidnightTheWindowIsAnother() {
        Window before = of(7, "Europe/Madrid", "2026-03-10T22:59:59.999999Z");
        assertThat(of(7, "Europe/Madrid", "2026-03-10T00:00:00Z")).isEqualTo(before);
        assertThat(of(7, "Europe/Madrid", "2026-03-10T23:00:00Z").from())
                .isEqualTo(before.from().plusDays(1));
    }

    @Test
    void daysAreAsLongAsTheyAreWhenClocksAreChanged() {
        assertWindow(
                of(1, "Europe/Madrid", "2026-03-29T12:00:00Z"),
                "2026-03-29",
                "2026-03-28T23:00:00Z",
                "2026-03-29T22:00:00Z");
        assertWindow(
                of(2, "America/Los_Angeles", "2026-11-01T20:00:00Z"),
                "2026-10-31",
                "2026-10-31T07:00:00Z",
                "2026-11-02T08:00:00Z");
    }

    @Test
    void aDayWithoutAMidnightBeginsWhenItBegins() {
        assertWindow(
                of(1, "America/Santiago", "2026-09-06T12:00:00Z"),
                "2026-09-06",
                "2026-09-06T04:00:00Z",
                "2026-09-07T03:00:00Z");
    }

    @Test
    void aWindowWithoutDaysIsRefused() {
        assertThatThrownBy(() -> of(0, "UTC", "2026-03-10T12:00:00Z")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void productivityIsRounded() {
        assertThat(TaskStatistics.productivity(0, 30)).isEqualTo(0.0);
        assertThat(TaskStatistics.productivity(1, 30)).isEqualTo(0.03);
        assertThat(TaskStatistics.productivity(2, 3)).isEqualTo(0.67);
        assertThat(TaskStatistics.productivity(1, 8)).isEqualTo(0.13);
        assertThat(TaskStatistics.productivity(7, 1)).isEqualTo(7.0);
    }
}
