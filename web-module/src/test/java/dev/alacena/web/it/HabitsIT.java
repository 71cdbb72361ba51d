package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Habits and their records are what {@code rest-api} says, and their user's alone. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class HabitsIT {

    private static final String PATH = "/api/v1/habits";
    private static final String NO_HABIT = "There is no such habit.";
    private static final String NOT_ALLOWED = "This is not allowed to the caller.";
    private static final String RUN = "{\"name\":\"run\",\"targetPerWeek\":3}";

    private final Client client = Login.ofNewUser().client();
    private final Counts counts = new Counts();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    private String newHabit() {
        return PATH + "/" + Planted.habit(client, RUN);
    }

    private static String record(Object date, String value) {
        return "{\"date\":\"%s\",\"value\":%s,\"note\":\" fine \"}".formatted(date, value);
    }

    @Test
    void aNewHabitIsAnsweredWithItsLocationAndIsThere() {
        Answer created = client.post(PATH, "{\"name\":\" run \",\"targetPerWeek\":3}");
        assertThat(created.status()).isEqualTo(201);
        JsonNode habit = created.json();
        assertThat(created.header("Location"))
                .endsWith(PATH + "/" + habit.path("id").asLong());
        assertThat(habit.fieldNames())
                .toIterable()
                .containsExactly("id", "name", "targetPerWeek", "active", "createdAt");
        assertThat(habit.path("name").asText()).isEqualTo("run");
        assertThat(habit.path("active").asBoolean()).isTrue();
        assertThat(Instant.parse(habit.path("createdAt").asText())).isBefore(Instant.now());
        assertThat(client.get(PATH + "/" + habit.path("id").asLong()).body()).isEqualTo(created.body());
    }

    @Test
    void theListHasTheCallersHabitsOnlyAndChangesWithThem() {
        assertThat(client.get(PATH).body()).isEqualTo("[]");
        Planted.habit(Login.ofNewUser().client(), RUN);
        assertThat(client.get(PATH).header("X-Cache")).isEqualTo("HIT");
        String first = newHabit();
        newHabit();
        Answer page = client.get(PATH + "?skip=1&limit=1");
        assertThat(page.json()).hasSize(1);
        assertThat(page.header("X-Total-Count")).isEqualTo("2");
        assertThat(page.header("Link")).contains("</api/v1/habits?skip=0&limit=1>; rel=\"prev\"");
        client.put(first, "{\"name\":\"walk\",\"targetPerWeek\":1}");
        assertThat(client.get(PATH).json().path(0).path("name").asText()).isEqualTo("walk");
        client.delete(first);
        assertThat(client.get(PATH).header("X-Total-Count")).isEqualTo("1");
        client.get(PATH + "?limit=0").refuses("limit", "must be a whole number from 1 to 1000");
    }

    @Test
    void whatIsSomebodyElsesIsNobodysNotEvenTheAdministrators() {
        String habit = newHabit();
        String mine = "/api/v1/records/"
                + client.post(habit + "/records", record("2025-01-01", "1"))
                        .json()
                        .path("id")
                        .asLong();
        client.get(habit);
        client.get(habit + "/records");
        for (Client other : new Client[] {Login.ofNewUser().client(), new Client()}) {
            for (Answer answer : new Answer[] {
                other.get(habit),
                other.put(habit, RUN),
                other.delete(habit),
                other.get(habit + "/records"),
                other.post(habit + "/records", record("2025-01-01", "2")),
                other.delete(mine)
            }) {
                answer.isProblem(403, "Forbidden", NOT_ALLOWED, "");
            }
        }
        assertThat(client.get(habit).header("X-Cache")).isEqualTo("HIT");
        assertThat(client.get(habit + "/records").header("X-Cache")).isEqualTo("HIT");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        String none = PATH + "/999999999999999999";
        for (Answer answer : new Answer[] {
            client.get(none),
            client.put(none, RUN),
            client.delete(none),
            client.get(none + "/records"),
            client.post(none + "/records", record("2025-01-01", "1"))
        }) {
            answer.isProblem(404, "Not Found", NO_HABIT, "");
        }
        client.delete("/api/v1/records/999999999999999999").isProblem(404, "Not Found", "There is no such record.", "");
    }

    @Test
    void aHabitIsCachedChangedAndDeletedWithItsRecords() {
        String habit = newHabit();
        client.get(habit);
        counts.mark();
        assertThat(client.get(habit).header("X-Cache")).isEqualTo("HIT");
        assertThat(counts.statements()).isZero();
        Answer changed = client.put(habit, "{\"name\":\"walk\",\"targetPerWeek\":7,\"active\":false}");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(client.get(habit).body()).isEqualTo(changed.body()).contains("\"active\":false");
        client.post(habit + "/records", record("2025-01-01", "1"));
        client.get(habit + "/records?from=2025-01-01&to=2025-01-01");
        assertThat(client.delete(habit).status()).isEqualTo(204);
        client.get(habit).isProblem(404, "Not Found", NO_HABIT, "");
        client.get(habit + "/records?from=2025-01-01&to=2025-01-01").isProblem(404, "Not Found", NO_HABIT, "");
    }

    @Test
    void ofTwoWhoChangeWhatBothSawTheSecondIsRefused() {
        String habit = newHabit();
        String seen = client.get(habit).header("ETag");
        assertThat(client.put(habit, RUN.replace("run", "walk"), "If-Match", seen)
                        .status())
                .isEqualTo(200);
        client.put(habit, RUN, "If-Match", seen)
                .isProblem(412, "Precondition Failed", "It has been changed since it was read: read it again.", "");
        assertThat(client.get(habit).json().path("name").asText()).isEqualTo("walk");
    }

    @Test
    void whatIsNoHabitIsRefusedWithTheFieldNamed() {
        String body = "{\"name\":\"run\",\"targetPerWeek\":%s}";
        for (String target : new String[] {"0", "8", "-1", "null"}) {
            client.post(PATH, body.formatted(target)).refuses("targetPerWeek", "must be a whole number from 1 to 7");
        }
        for (String target : new String[] {"3.5", "\"3\"", "99999999999999999999"}) {
            client.post(PATH, body.formatted(target)).refuses("targetPerWeek", "has the wrong type");
        }
        for (String name : new String[] {"", "x".repeat(101), "a\\nb"}) {
            client.post(PATH, RUN.replace("run", name))
                    .refuses("name", "must be 1 to 100 characters, none of them a control character");
        }
        for (String category : new String[] {"0", "-1", "999999999999999999"}) {
            client.post(PATH, RUN.replace("}", ",\"categoryId\":" + category + "}"))
                    .refuses("categoryId", "must be the id of a category");
        }
        assertThat(client.get(PATH).body()).isEqualTo("[]");
    }

    @Test
    void aSecondRecordOfADayReplacesTheFirst() {
        String records = newHabit() + "/records";
        Answer first = client.post(records, record("2025-01-02", "2.50"));
        assertThat(first.status()).isEqualTo(201);
        JsonNode record = first.json();
        assertThat(first.header("Location"))
                .endsWith("/api/v1/records/" + record.path("id").asLong());
        assertThat(record.fieldNames()).toIterable().containsExactly("id", "habitId", "date", "value", "note");
        assertThat(first.body()).endsWith("\"date\":\"2025-01-02\",\"value\":2.5,\"note\":\"fine\"}");
        Answer second = client.post(records, "{\"date\":\"2025-01-02\",\"value\":100}");
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.header("Location")).isEmpty();
        assertThat(second.json().path("id")).isEqualTo(record.path("id"));
        client.post(records, record("2025-01-01", "0"));
        Answer list = client.get(records + "?from=2025-01-01&to=2025-01-02");
        assertThat(list.json()).hasSize(2);
        assertThat(list.json().path(1)).isEqualTo(second.json());
        assertThat(list.json().path(0).path("date").asText()).isEqualTo("2025-01-01");
    }

    @Test
    void recordsAreThoseOfTheRangeByDefaultTheLastThirtyDays() {
        String records = newHabit() + "/records";
        LocalDate today = LocalDate.now(ZoneId.of("UTC"));
        client.post(records, record(today.minusDays(31), "1"));
        client.post(records, record(today.minusDays(28), "1"));
        client.post(records, record("1970-01-01", "1"));
        assertThat(client.get(records).json()).hasSize(1);
        assertThat(client.get(records + "?from=1970-01-01&to=1970-12-31").json())
                .hasSize(1);
        client.get(records + "?from=2025-01-02&to=2025-01-01")
                .refuses("from", "must not be after to, which is today if it is left out");
    }

    @Test
    void nobodyRecordsWhatIsStillToComeWhereTheyAre() {
        String records = newHabit() + "/records";
        // the first place of all and the last are always on different days
        String today = record(LocalDate.now(ZoneId.of("Pacific/Kiritimati")), "1");
        client.post(records, today, "X-Time-Zone", "Etc/GMT+12").refuses("date", "must not be after today");
        assertThat(client.post(records, today, "X-Time-Zone", "Pacific/Kiritimati")
                        .status())
                .isEqualTo(201);
        client.post(records, today, "X-Time-Zone", "Mars/Phobos")
                .refuses("X-Time-Zone", "must be a time zone of the IANA database, such as Europe/Madrid");
    }

    @Test
    void whatIsNoRecordIsRefusedWithTheFieldNamed() {
        String records = newHabit() + "/records";
        for (String value : new String[] {"-1", "0.0001", "1000000000", "1e30", "null"}) {
            client.post(records, record("2025-01-01", value))
                    .refuses("value", "must be a number from 0 to 999999999.999, of 3 decimals at most");
        }
        client.post(records, record("2025-01-01", "\"1\"")).refuses("value", "has the wrong type");
        for (String date : new String[] {"", "2025-02-30", "1969-12-31", "01.01.2025"}) {
            client.post(records, record(date, "1")).refuses("date", "must be a date from 1970-01-01 on, as yyyy-MM-dd");
        }
        client.post(records, record("2025-01-01", "1").replace("fine", "x".repeat(501)))
                .refuses("note", "must be 500 characters at most, no control characters but ends of lines and tabs");
    }

    @Test
    void recordsAreOneStatementThenNoneUntilTheHabitHasANewOne() {
        String records = newHabit() + "/records";
        String others = newHabit() + "/records";
        client.post(records, record("2025-01-01", "1"));
        String range = "?from=2025-01-01&to=2025-12-31";
        counts.mark();
        client.get(records + range);
        assertThat(counts.statements()).isEqualTo(1);
        counts.mark();
        assertThat(client.get(records + range).json()).hasSize(1);
        assertThat(counts.statements()).isZero();
        client.get(others + range);
        long id = client.post(records, record("2025-01-02", "1"))
                .json()
                .path("id")
                .asLong();
        assertThat(client.get(records + range).json()).hasSize(2);
        assertThat(client.get(others + range).header("X-Cache")).isEqualTo("HIT");
        assertThat(client.delete("/api/v1/records/" + id).status()).isEqualTo(204);
        assertThat(client.get(records + range).json()).hasSize(1);
        assertThat(client.get(others + range).header("X-Cache")).isEqualTo("HIT");
    }

    @Test
    void aHabitThatGoesMeanwhileTakesNoRecord() {
        long habit = Planted.habit(client, RUN);
        Planted.whileUncommitted(
                        "delete from habits where id = ?",
                        habit,
                        () -> client.post(PATH + "/" + habit + "/records", record("2025-01-01", "1")))
                .isProblem(404, "Not Found", NO_HABIT, "");
    }
}
