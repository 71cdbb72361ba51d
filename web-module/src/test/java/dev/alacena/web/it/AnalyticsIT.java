package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told of how habits are kept is right at every border, costs one statement, and is told to nobody else. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class AnalyticsIT {

    private static final String PERFORMANCE = "/api/v1/analytics/performance";
    private static final String COMPLIANCE = "/api/v1/analytics/compliance";
    private static final String LONG_AGO = "2020-01-01T00:00:00Z";

    private final Client client = Login.ofNewUser().client();
    private final Counts counts = new Counts();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    private static String range(String from, String to) {
        return "?from=%s&to=%s".formatted(from, to);
    }

    /** What compliance says of one habit: expected, done, rate, current and longest streak. */
    private String keeps(long habit, String from, String to) {
        for (JsonNode one : client.get(COMPLIANCE + range(from, to)).json()) {
            if (one.path("habitId").asLong() == habit) {
                return "%s %s %s %s %s"
                        .formatted(
                                one.path("expected"),
                                one.path("done"),
                                one.path("rate"),
                                one.path("currentStreak"),
                                one.path("longestStreak"));
            }
        }
        throw new AssertionError("Nothing of " + habit);
    }

    @Test
    void aDayPlansTheSharesOfTheActiveHabitsThatExistAtItsEnd() {
        long daily = Planted.habit(client, "daily", 7, "2025-01-03T12:00:00Z");
        long other = Planted.habit(client, "other", 3, "2025-01-01T00:00:00Z");
        long paused = Planted.habit(client, "paused", 7, LONG_AGO);
        client.put("/api/v1/habits/" + paused, "{\"name\":\"paused\",\"targetPerWeek\":7,\"active\":false}");
        Planted.run(paused, "2025-01-01", "2025-01-05");
        Planted.run(other, "2025-01-01", "2025-01-01");
        Planted.record(daily, "2025-01-03", "2025-01-03", 0);
        Planted.run(daily, "2025-01-04", "2025-01-05");
        Planted.run(other, "2025-01-04", "2025-01-04");
        assertThat(client.get(PERFORMANCE + range("2024-12-31", "2025-01-05")).body())
                .isEqualTo("[{\"date\":\"2024-12-31\",\"planned\":0.0,\"done\":0,\"rate\":0.0},"
                        + "{\"date\":\"2025-01-01\",\"planned\":0.43,\"done\":1,\"rate\":1.0},"
                        + "{\"date\":\"2025-01-02\",\"planned\":0.43,\"done\":0,\"rate\":0.0},"
                        + "{\"date\":\"2025-01-03\",\"planned\":1.43,\"done\":0,\"rate\":0.0},"
                        + "{\"date\":\"2025-01-04\",\"planned\":1.43,\"done\":2,\"rate\":1.0},"
                        + "{\"date\":\"2025-01-05\",\"planned\":1.43,\"done\":1,\"rate\":0.6993}]");
    }

    @Test
    void whoHasNoHabitsIsNotDividedByZero() {
        JsonNode days =
                client.get(PERFORMANCE + range("2024-01-01", "2024-12-31")).json();
        assertThat(days).hasSize(366);
        for (JsonNode day : days) {
            assertThat(day.path("planned") + " " + day.path("done") + " " + day.path("rate"))
                    .isEqualTo("0.0 0 0.0");
        }
        assertThat(client.get(COMPLIANCE).body()).isEqualTo("[]");
    }

    @Test
    void whatWasDoneBeforeAHabitExistedCountsAsDoneThoughNothingWasExpected() {
        long habit = Planted.habit(client, "new", 7, "2025-02-01T00:00:00Z");
        Planted.run(habit, "2025-01-01", "2025-01-02");
        assertThat(keeps(habit, "2025-01-01", "2025-01-31")).isEqualTo("0.0 2 0.0 0 2");
        assertThat(client.get(PERFORMANCE + range("2025-01-01", "2025-01-01")).body())
                .isEqualTo("[{\"date\":\"2025-01-01\",\"planned\":0.0,\"done\":1,\"rate\":0.0}]");
    }

    @Test
    void aRunThatComesInFromBeforeTheRangeHasItsFullLength() {
        long habit = Planted.habit(client, "before", 7, LONG_AGO);
        Planted.run(habit, "2025-03-01", "2025-03-12");
        Planted.run(habit, "2025-03-15", "2025-03-16");
        assertThat(keeps(habit, "2025-03-10", "2025-03-20")).isEqualTo("11.0 5 0.4545 0 12");
    }

    @Test
    void aRunThatGoesOnAfterTheRangeIsCountedUpToItsEndForTheCurrentStreakOnly() {
        long habit = Planted.habit(client, "after", 3, LONG_AGO);
        Planted.run(habit, "2025-03-18", "2025-03-25");
        assertThat(keeps(habit, "2025-03-10", "2025-03-20")).isEqualTo("4.71 3 0.6369 3 8");
    }

    @Test
    void theLastDayMayNotBeDoneYet() {
        long habit = Planted.habit(client, "yesterday", 7, LONG_AGO);
        Planted.run(habit, "2025-02-20", "2025-03-19");
        assertThat(keeps(habit, "2025-03-10", "2025-03-20")).isEqualTo("11.0 10 0.9091 28 28");
        assertThat(keeps(habit, "2025-03-20", "2025-03-20")).isEqualTo("1.0 0 0.0 28 28");
        assertThat(keeps(habit, "2025-03-21", "2025-03-21")).isEqualTo("1.0 0 0.0 0 0");
    }

    @Test
    void aRunOutsideOfTheRangeIsNotItsLongest() {
        long habit = Planted.habit(client, "outside", 1, LONG_AGO);
        Planted.run(habit, "2025-03-01", "2025-03-09");
        Planted.run(habit, "2025-03-18", "2025-03-18");
        Planted.run(habit, "2025-03-21", "2025-03-30");
        assertThat(keeps(habit, "2025-03-10", "2025-03-20")).isEqualTo("1.57 1 0.6369 0 1");
    }

    @Test
    void aDayWithNothingBreaksARunThoughItHasARecord() {
        long habit = Planted.habit(client, "broken", 1, LONG_AGO);
        Planted.run(habit, "2025-03-14", "2025-03-18");
        Planted.record(habit, "2025-03-19", "2025-03-19", 0);
        Planted.run(habit, "2025-03-20", "2025-03-20");
        assertThat(keeps(habit, "2025-03-10", "2025-03-20")).isEqualTo("1.57 6 1.0 1 5");
        assertThat(keeps(Planted.habit(client, "never", 7, LONG_AGO), "2025-03-10", "2025-03-20"))
                .isEqualTo("11.0 0 0.0 0 0");
    }

    @Test
    void aRunGoesOverNewYearAndALeapDay() {
        long habit = Planted.habit(client, "leap", 7, LONG_AGO);
        Planted.run(habit, "2023-12-25", "2024-03-05");
        assertThat(keeps(habit, "2024-03-01", "2024-03-05")).isEqualTo("5.0 5 1.0 72 72");
        assertThat(keeps(habit, "2023-12-31", "2024-01-01")).isEqualTo("2.0 2 1.0 8 72");
    }

    @Test
    void theZoneTellsOnWhichDayAHabitCameToBe() {
        Planted.habit(client, "spring", 7, "2025-03-30T22:30:00Z");
        String path = PERFORMANCE + range("2025-03-30", "2025-03-30");
        for (String zone : new String[] {"UTC", "America/New_York", "Etc/GMT+12"}) {
            assertThat(client.get(path, "X-Time-Zone", zone).body()).as(zone).contains("\"planned\":1.0");
        }
        // an hour later than in winter; of CET PostgreSQL thinks otherwise
        for (String zone : new String[] {"Europe/Berlin", "CET", "Pacific/Kiritimati"}) {
            assertThat(client.get(path, "X-Time-Zone", zone).body()).as(zone).contains("\"planned\":0.0");
        }
        String skipped = COMPLIANCE + range("2011-12-29", "2011-12-31");
        assertThat(client.get(skipped, "X-Time-Zone", "Pacific/Apia").status()).isEqualTo(200);
    }

    @Test
    void theUsualRangeIsTheLastThirtyDaysOfTheZone() {
        ZoneId zone = ZoneId.of("Pacific/Kiritimati");
        LocalDate before = LocalDate.now(zone);
        JsonNode days = client.get(PERFORMANCE, "X-Time-Zone", zone.getId()).json();
        LocalDate last = LocalDate.parse(days.path(29).path("date").asText());
        assertThat(days).hasSize(30);
        assertThat(last).isBetween(before, LocalDate.now(zone));
        assertThat(LocalDate.parse(days.path(0).path("date").asText()).until(last, ChronoUnit.DAYS))
                .isEqualTo(29);
        assertThat(client.get(PERFORMANCE + "?to=2025-01-30").body()).startsWith("[{\"date\":\"2025-01-01\"");
    }

    @Test
    void rangesAndZonesThatAreNoneAreRefusedWithTheFieldNamed() {
        String rule = "must be a date from 1970-01-01 on, as yyyy-MM-dd";
        for (String path : new String[] {PERFORMANCE, COMPLIANCE}) {
            for (String date :
                    new String[] {"", "x", "2025-02-30", "2025-1-1", "20250101", "1969-12-31", "2025-01-01T00"}) {
                client.get(path + "?from=" + date).refuses("from", rule);
                client.get(path + "?to=" + date).refuses("to", rule);
            }
            client.get(path + range("2025-01-02", "2025-01-01"))
                    .refuses("from", "must not be after to, which is today if it is left out");
            client.get(path + range("2024-01-01", "2025-01-01"))
                    .refuses("to", "must be one of the 366 days that begin with from");
            for (String zone : new String[] {"Mars/Phobos", "+02:00", "GMT+2"}) {
                client.get(path, "X-Time-Zone", zone)
                        .refuses("X-Time-Zone", "must be a time zone of the IANA database, such as Europe/Madrid");
            }
            assertThat(client.get(path + range("1970-01-01", "1970-12-31")).status())
                    .isEqualTo(200);
            assertThat(client.get(path + range("9999-12-31", "9999-12-31")).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void oneStatementAnswersHoweverManyHabitsAndDaysThereAreAndNoneTheSecondTime() {
        for (int number = 0; number < 5; number++) {
            Planted.run(Planted.habit(client, "of many", 5, LONG_AGO), "2024-01-01", "2024-06-30");
        }
        for (String path : new String[] {PERFORMANCE, COMPLIANCE}) {
            for (String range : new String[] {range("2024-05-01", "2024-05-01"), range("2024-01-01", "2024-12-31")}) {
                counts.mark();
                String first = client.get(path + range).body();
                assertThat(counts.statements()).as(path + range).isEqualTo(1);
                counts.mark();
                assertThat(client.get(path + range).body()).isEqualTo(first);
                assertThat(counts.statements()).isZero();
            }
        }
    }

    @Test
    void aRecordChangesTheAnalyticsOfItsUserAndNobodyElse() {
        Client other = Login.ofNewUser().client();
        long habit = Planted.habit(client, "mine", 7, LONG_AGO);
        for (String path : new String[] {PERFORMANCE, COMPLIANCE}) {
            String range = path + range("2025-05-01", "2025-05-02");
            client.get(range);
            other.get(range);
            assertThat(client.get(range).header("X-Cache")).isEqualTo("HIT");
            assertThat(client.get(range, "X-Time-Zone", "Asia/Tokyo").header("X-Cache"))
                    .isEqualTo("MISS");
            Answer stored =
                    client.post("/api/v1/habits/%d/records".formatted(habit), "{\"date\":\"2025-05-02\",\"value\":1}");
            assertThat(client.get(range).body()).contains("\"done\":1");
            assertThat(other.get(range).header("X-Cache")).isEqualTo("HIT");
            client.delete("/api/v1/records/" + stored.json().path("id").asLong());
            assertThat(client.get(range).body()).doesNotContain("\"done\":1");
            assertThat(other.get(range).header("X-Cache")).isEqualTo("HIT");
        }
        client.delete("/api/v1/habits/" + habit);
        assertThat(client.get(COMPLIANCE + range("2025-05-01", "2025-05-02")).body())
                .isEqualTo("[]");
    }
}
