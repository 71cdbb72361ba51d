package dev.alacena.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo data, in the tables of the application. */
class DemoDataIT {

    private static final Path MIGRATIONS = Path.of("../domain-module/src/main/resources/db/migration");
    private static final DemoData DATA = new DemoData(LocalDate.of(2026, 2, 28));
    private static final DemoPassword PASSWORD = new DemoPassword("secret");

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "off")
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void itIsAsMuchAsIsPromisedAndLoadedWithinTwentySeconds() throws Exception {
        Database database = migrated("counted");

        long start = System.nanoTime();
        DATA.load(database, PASSWORD);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
        assertThat(column(database, "SELECT count(*) FROM users")).containsExactly("1000");
        assertThat(column(database, "SELECT count(*) FROM posts")).containsExactly("20000");
        assertThat(column(database, "SELECT count(*) FROM comments")).containsExactly("60000");
        assertThat(column(database, "SELECT count(*) FROM tasks")).containsExactly("50000");
        assertThat(column(database, "SELECT count(*) FROM habits")).containsExactly("5000");
        assertThat(column(database, "SELECT count(*) FROM habit_records")).containsExactly("300000");
    }

    @Test
    void itIsTheSameEveryTime() throws Exception {
        Database one = migrated("one");
        Database other = migrated("other");
        DATA.load(one, PASSWORD);
        DATA.load(other, PASSWORD);

        assertThat(digests(one)).isEqualTo(digests(other)).hasSize(7);
    }

    @Test
    void nothingHappenedTodayOrBeforeItsCause() throws Exception {
        Database database = migrated("ordered");
        DATA.load(database, PASSWORD);

        assertThat(column(database, "SELECT max(created_at) < '2026-02-28Z' FROM posts"))
                .containsExactly("t");
        assertThat(column(database, "SELECT max(created_at) < '2026-02-28Z' FROM comments"))
                .containsExactly("t");
        assertThat(column(database, "SELECT max(completed_at) < '2026-02-28Z' FROM tasks"))
                .containsExactly("t");
        assertThat(column(database, "SELECT max(date) FROM habit_records")).containsExactly("2026-02-27");
        assertThat(column(
                        database,
                        "SELECT count(*) FROM comments JOIN posts ON posts.id = post_id"
                                + " WHERE comments.created_at < posts.created_at"))
                .containsExactly("0");
        assertThat(column(
                        database,
                        "SELECT count(*) FROM habit_records r JOIN habits h ON h.id = habit_id"
                                + " WHERE date < (created_at AT TIME ZONE 'UTC')::date"))
                .containsExactly("0");
    }

    @Test
    void aDatabaseWithUsersStaysAsItIs() throws Exception {
        Database database = migrated("owned");
        execute(database, "INSERT INTO users (username, email, full_name) VALUES ('own', 'own@example.com', 'Own')");

        assertThat(DATA.load(database, PASSWORD)).isEqualTo("1 users, as they were");
        assertThat(column(database, "SELECT count(*) FROM posts")).containsExactly("0");
    }

    private static Database migrated(String name) throws SQLException, IOException {
        Database all = new Database(postgres.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
        execute(all, "CREATE DATABASE " + name);
        Database database = new Database(postgres.getJdbcUrl("postgres", name), "postgres", "postgres");
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            for (Path migration :
                    files.sorted(Comparator.comparing(Path::toString)).toList()) {
                execute(database, Files.readString(migration));
            }
        }
        return database;
    }

    private static Map<String, List<String>> digests(Database database) throws SQLException {
        Map<String, List<String>> digests = new TreeMap<>();
        for (String table : List.of("users", "posts", "comments", "tasks", "categories", "habits", "habit_records")) {
            digests.put(
                    table,
                    column(database, "SELECT md5(string_agg(t::text, '|' ORDER BY id)) FROM " + table + " AS t"));
        }
        return digests;
    }

    private static List<String> column(Database database, String query) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    private static void execute(Database database, String script) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }
}
