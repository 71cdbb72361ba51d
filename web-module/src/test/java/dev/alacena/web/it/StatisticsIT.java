package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The statistics count what they say, tell the truth of the cache, and leave no warning in the log. */
@Timeout(60)
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class StatisticsIT {

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Duration INSTANT = Duration.ofNanos(1000);

    private final Client client = new Client();
    private final Counts counts = new Counts();
    private final ServerLog log = new ServerLog();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    @BeforeEach
    void markTheLog() {
        log.mark();
    }

    @AfterEach
    void nothingIsLoggedAboveInfo() {
        assertThat(log.complaints()).isEmpty();
    }

    private long newUser() {
        return client.newUser(Client.unusedName());
    }

    private Answer read(long user, String query, String... headers) {
        return client.get("/api/v1/stats/users/%d?%s".formatted(user, query), headers);
    }

    private static void assertCounts(JsonNode statistics, long total, long completed, long inProgress) {
        assertThat(statistics.path("totalTasks").asLong()).as("totalTasks").isEqualTo(total);
        assertThat(statistics.path("completed").asLong()).as("completed").isEqualTo(completed);
        assertThat(statistics.path("inProgress").asLong()).as("inProgress").isEqualTo(inProgress);
    }

    @Test
    void whoHasNoTasksHasStatisticsOfNothing() {
        long user = newUser();
        JsonNode statistics = read(user, "").json();
        assertThat(statistics.fieldNames())
                .toIterable()
                .containsExactly(
                        "userId",
                        "periodDays",
                        "totalTasks",
                        "completed",
                        "inProgress",
                        "averageDurationHours",
                        "dailyProductivity",
                        "_cache");
        assertThat(statistics.path("_cache").fieldNames()).toIterable().containsExactly("hit", "ttl", "key");
        assertThat(statistics.path("userId").asLong()).isEqualTo(user);
        assertThat(statistics.path("periodDays").asInt()).isEqualTo(30);
        assertCounts(statistics, 0, 0, 0);
        assertThat(statistics.path("averageDurationHours").asDouble()).isZero();
        assertThat(statistics.path("dailyProductivity").asDouble()).isZero();
    }

    @Test
    void eachFigureIsWhatItsDefinitionSays() {
        long user = newUser();
        Instant now = Instant.now();
        Instant ago = now.minus(Duration.ofDays(3));
        Instant before = now.minus(Duration.ofDays(100));
        Board.plant(user, ago, null, null);
        Board.plant(user, ago, ago, ago.plus(Duration.ofHours(2)));
        Board.plant(user, before, before, ago);
        Board.plant(user, before, ago, ago.plus(Duration.ofMinutes(20)));
        Board.plant(user, ago, null, ago);
        Board.plant(user, before, before, null);
        Board.plant(user, ago, ago, null);
        Board.plant(user, "CANCELLED", ago, ago, null);
        Board.plant(user, before, before, before.plusSeconds(60));
        Board.plant(newUser(), ago, ago, now);
        JsonNode statistics = read(user, "days=10").json();
        assertCounts(statistics, 5, 4, 2);
        double hours = (2 + 97 * 24 + 20 / 60.0) / 3;
        assertThat(statistics.path("averageDurationHours").asDouble()).isEqualTo(Math.round(hours * 100) / 100.0);
        assertThat(statistics.path("dailyProductivity").asDouble()).isEqualTo(0.4);
        assertCounts(read(user, "days=365").json(), 9, 5, 2);
    }

    @Test
    void tasksWithoutAStartHaveNoDuration() {
        long user = newUser();
        Board.plant(user, Instant.now(), null, Instant.now());
        JsonNode statistics = read(user, "days=7").json();
        assertCounts(statistics, 1, 1, 0);
        assertThat(statistics.path("averageDurationHours").asDouble()).isZero();
        assertThat(statistics.path("dailyProductivity").asDouble()).isEqualTo(0.14);
    }

    @Test
    void theWindowBeginsWithItsFirstDayInEachZone() {
        for (String name :
                List.of("UTC", "Pacific/Kiritimati", "America/Los_Angeles", "Asia/Kathmandu", "Etc/GMT+12")) {
            ZoneId zone = ZoneId.of(name);
            long user = newUser();
            LocalDate today = LocalDate.now(zone);
            Instant midnight = today.atStartOfDay(zone).toInstant();
            Instant start = today.minusDays(6).atStartOfDay(zone).toInstant();
            Instant end = today.plusDays(1).atStartOfDay(zone).toInstant();
            plantAround(user, start);
            plantAround(user, midnight);
            plantAround(user, end);
            JsonNode one = read(user, "days=1", "X-Time-Zone", name).json();
            JsonNode seven = read(user, "days=7", "X-Time-Zone", name).json();
            if (LocalDate.now(zone).equals(today)) {
                assertCounts(one, 4, 4, 0);
                assertCounts(seven, 8, 8, 0);
            }
        }
    }

    /** Two tasks created and completed at this instant, and two in the last microsecond before it. */
    private static void plantAround(long user, Instant border) {
        for (Instant at : List.of(border, border, border.minus(INSTANT), border.minus(INSTANT))) {
            Board.plant(user, at, at, at);
        }
    }

    @Test
    void theKeyTellsUserDaysZoneAndFirstDay() {
        long user = newUser();
        assertThat(key(read(user, "days=30")))
                .contains("{task-statistics:%d:30:UTC:%s}"
                        .formatted(user, LocalDate.now(UTC).minusDays(29)));
        ZoneId madrid = ZoneId.of("Europe/Madrid");
        assertThat(key(read(user, "days=1", "X-Time-Zone", "europe/madrid")))
                .contains("{task-statistics:%d:1:Europe%%2FMadrid:%s}".formatted(user, LocalDate.now(madrid)));
        assertThat(key(read(user, "days=1", "X-Time-Zone", "Zulu"))).isEqualTo(key(read(user, "days=1")));
    }

    private static String key(Answer answer) {
        return answer.json().path("_cache").path("key").asText();
    }

    @Test
    void theAnswerTellsTheTruthOfTheCache() {
        long user = newUser();
        Answer cold = read(user, "");
        assertCache(cold, false, "MISS");
        assertThat(ttl(cold)).isBetween(240L, 300L);
        counts.mark();
        Answer warm = read(user, "");
        assertThat(counts.statements()).isZero();
        assertCache(warm, true, "HIT");
        assertThat(ttl(warm)).isBetween(240L, ttl(cold));
        assertThat(key(warm)).isEqualTo(key(cold));
        assertCache(read(user, "useCache=true&days=30"), true, "HIT");
        assertCache(read(user, "days=31"), false, "MISS");
    }

    private static void assertCache(Answer answer, boolean hit, String header) {
        assertThat(answer.json().path("_cache").path("hit").booleanValue()).isEqualTo(hit);
        assertThat(answer.header("X-Cache")).isEqualTo(header);
    }

    private static long ttl(Answer answer) {
        return answer.json().path("_cache").path("ttl").asLong();
    }

    @Test
    void nobodyKeepsAnAnswerThatTellsOfItself() {
        Answer answer = read(newUser(), "");
        assertThat(answer.header("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.header("ETag")).isEmpty();
        assertThat(answer.header("Cache-Status")).startsWith("task-statistics; fwd=miss");
    }

    @Test
    void withoutTheCacheTheDatabaseAnswersAndTheCacheStaysAsItIs() {
        long user = newUser();
        Answer first = read(user, "useCache=false");
        assertCache(first, false, "SKIP");
        assertThat(ttl(first)).isZero();
        assertCache(read(user, ""), false, "MISS");
        Board.plant(user, Instant.now(), null, null);
        counts.mark();
        Answer fresh = read(user, "useCache=false");
        assertThat(counts.statements()).isEqualTo(1);
        assertCache(fresh, false, "SKIP");
        assertThat(fresh.header("Cache-Status")).isEmpty();
        assertThat(ttl(fresh)).isPositive();
        assertThat(fresh.json().path("totalTasks").asLong()).isEqualTo(1);
        Answer cached = read(user, "");
        assertCache(cached, true, "HIT");
        assertThat(cached.json().path("totalTasks").asLong()).isZero();
    }

    @Test
    void aMissIsOneStatement() {
        long user = newUser();
        Board.plant(user, Instant.now(), null, null);
        counts.mark();
        assertCache(read(user, "days=5"), false, "MISS");
        assertThat(counts.statements()).isEqualTo(1);
    }

    @Test
    void allEntriesOfAUserAndNoOthersAreTakenOutAndCounted() {
        Login user = Login.ofNewUser();
        long other = newUser();
        for (String query : List.of("days=1", "days=2", "days=3")) {
            user.client().get("/api/v1/stats/users/%d?%s".formatted(user.user(), query));
            read(other, query);
        }
        read(user.user(), "days=1", "X-Time-Zone", "Asia/Tokyo");
        Answer done = user.client()
                .send("POST", "/api/v1/stats/users/%d/invalidate".formatted(user.user()), BodyPublishers.noBody());
        assertThat(done.body())
                .isEqualTo("{\"userId\":%1$d,\"deletedKeys\":4,\"pattern\":\"task-statistics:%1$d:*\"}"
                        .formatted(user.user()));
        assertThat(done.header("Cache-Control")).isEqualTo("no-store");
        assertCache(read(user.user(), "days=1"), false, "MISS");
        assertCache(read(other, "days=1"), true, "HIT");
        assertThat(log.lines())
                .anyMatch(line -> line.contains("CACHE_ADMINISTERED")
                        && line.contains("task-statistics:%d:*".formatted(user.user())));
        assertThat(invalidate(user.user()).json().path("deletedKeys").asLong()).isEqualTo(1);
        assertThat(invalidate(user.user()).json().path("deletedKeys").asLong()).isZero();
    }

    private Answer invalidate(long user) {
        return client.send("POST", "/api/v1/stats/users/%d/invalidate".formatted(user), BodyPublishers.noBody());
    }

    @Test
    void theStatisticsOfNobodyAreNotFoundUntilThereIsSomebody() {
        String detail = "There is no such user.";
        long next = newUser() + 1;
        read(next, "").isProblem(404, "Not Found", detail, "");
        read(next, "useCache=false").isProblem(404, "Not Found", detail, "");
        invalidate(next).isProblem(404, "Not Found", detail, "");
        assertThat(newUser()).isEqualTo(next);
        assertThat(read(next, "").status()).isEqualTo(200);
        assertThat(invalidate(next).status()).isEqualTo(200);
    }

    @Test
    void parametersThatCannotBeAreRefusedWithTheFieldNamed() {
        long user = newUser();
        for (String days : List.of("0", "366", "10000", "-1", "x", "")) {
            read(user, "days=" + days).refuses("days", "must be a whole number from 1 to 365");
        }
        for (String useCache : List.of("", "yes", "1", "TRUE")) {
            read(user, "useCache=" + useCache).refuses("useCache", "must be true or false");
        }
        for (String zone : List.of("Mars/Olympus", "+02:00", "UTC+1", "Z", "Europe")) {
            read(user, "", "X-Time-Zone", zone)
                    .refuses("X-Time-Zone", "must be a time zone of the IANA database, such as Europe/Madrid");
        }
        client.get("/api/v1/stats/users/none").refuses("id", "must be a whole number from 1 to 999999999999999999");
    }
}
