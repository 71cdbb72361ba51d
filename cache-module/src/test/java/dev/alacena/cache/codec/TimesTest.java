package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.alacena.cache.engine.CodecException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Times come back to the nanosecond, with the zone that they had. */
class TimesTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 31, 12, 0, 0, 1);

    record Times(Instant instant, LocalDate date, ZonedDateTime zoned, Duration duration) {}

    @Test
    void everyTypeOfJavaTime() throws CodecException {
        for (Object value : List.of(
                Instant.ofEpochSecond(1, 1),
                Instant.EPOCH,
                Instant.MAX,
                Instant.MIN,
                LocalDate.EPOCH,
                LocalDate.MAX,
                NOON,
                LocalTime.MAX,
                OffsetTime.of(LocalTime.MIDNIGHT, ZoneOffset.ofHours(-5)),
                Duration.ofSeconds(-1, 1),
                Period.of(1, -2, 3),
                Year.of(2026),
                YearMonth.of(2026, 1),
                MonthDay.of(2, 29),
                ZoneOffset.ofTotalSeconds(1),
                DayOfWeek.FRIDAY,
                Month.MAY)) {
            Trip.of(value.getClass()).keeps(value);
        }
    }

    @Test
    void inRecordsListsAndKeys() throws CodecException {
        Times times = new Times(Instant.EPOCH, LocalDate.EPOCH, NOON.atZone(ZoneId.of("Europe/Madrid")), Duration.ZERO);
        Trip.of(new TypeReference<List<Times>>() {}).keeps(List.of(times));
        Trip.of(new TypeReference<Map<LocalDate, Instant>>() {}).keeps(Map.of(LocalDate.EPOCH, Instant.MAX));
        Trip.of(new TypeReference<Map<ZonedDateTime, Integer>>() {}).keeps(Map.of(times.zoned(), 1));
    }

    @Test
    void aZoneStaysTheZoneThatItWas() throws CodecException {
        for (String zone : List.of("Europe/Madrid", "UTC", "Z", "+01:00", "GMT", "UTC+02:00", "America/Mexico_City")) {
            Trip.of(ZonedDateTime.class).keeps(NOON.atZone(ZoneId.of(zone)));
            Trip.of(ZoneId.class).keeps(ZoneId.of(zone));
        }
    }

    @Test
    void bothTimesOfAnHourThatComesTwiceStayApart() throws CodecException {
        ZonedDateTime twice = LocalDateTime.of(2025, 10, 26, 2, 30).atZone(ZoneId.of("Europe/Madrid"));
        Trip.of(ZonedDateTime.class).keeps(twice.withEarlierOffsetAtOverlap());
        Trip.of(ZonedDateTime.class).keeps(twice.withLaterOffsetAtOverlap());
    }

    @Test
    void anOffsetStaysTheOffsetThatItWas() throws CodecException {
        for (ZoneOffset offset : List.of(ZoneOffset.UTC, ZoneOffset.MAX, ZoneOffset.ofHoursMinutes(-3, -30))) {
            Trip.of(OffsetDateTime.class).keeps(OffsetDateTime.of(NOON, offset));
        }
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // applications still have them
    void oldDatesKeepTheirMillisecond() throws CodecException {
        Trip.of(Date.class).keeps(new Date(1));
    }

    @Test
    void localTimesAreNumbersAndTheirTextIsReadToo() throws CodecException {
        assertThat(Trip.of(LocalDate.class).json(LocalDate.of(2026, 1, 31))).isEqualTo("[2026,1,31]");
        assertThat(Trip.of(LocalDate.class).read("\"2026-01-31\"").value()).isEqualTo(LocalDate.of(2026, 1, 31));
        assertThat(Trip.of(LocalDateTime.class)
                        .read("\"2026-01-31T12:00:00.000000001\"")
                        .value())
                .isEqualTo(NOON);
        assertThat(Trip.of(LocalTime.class).read("\"12:00:00\"").value()).isEqualTo(LocalTime.NOON);
    }
}
