package dev.alacena.cache.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.cache.engine.Findings;
import dev.alacena.cache.engine.Revocation;
import dev.alacena.cache.engine.Revocation.Kind;
import dev.alacena.cache.engine.Suspect;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevocationTableTest {
    private static final String ISSUER = "https://issuer.example";
    private static Tables tables;

    private final long soon = Instant.now().getEpochSecond() + 1_000;
    private final RevocationTable table = tables.revocations();

    @BeforeAll
    static void open() {
        tables = new Tables();
    }

    @AfterAll
    static void close() throws IOException {
        tables.close();
    }

    @BeforeEach
    void empty() throws SQLException {
        tables.execute("delete from alacena_revocations");
    }

    private Revocation token(String id) {
        return new Revocation(Kind.TOKEN, ISSUER, id, Findings.NO_MARK, soon);
    }

    private static Suspect suspect(String id) {
        return new Suspect(ISSUER, id, "s-" + id, "u-" + id);
    }

    private List<Revocation> all() throws SQLException {
        List<Revocation> all = new ArrayList<>();
        table.all(all::add);
        return all;
    }

    @Test
    void whatWasWrittenIsFoundByItsOwnClaimAlone() throws SQLException {
        table.write(token("a"));
        table.write(new Revocation(Kind.SESSION, ISSUER, "s-b", Findings.NO_MARK, soon));
        table.write(new Revocation(Kind.SUBJECT, ISSUER, "u-c", 1_000, soon));
        assertThat(table.find(suspect("a"))).isEqualTo(new Findings(true, Findings.NO_MARK));
        assertThat(table.find(suspect("b"))).isEqualTo(new Findings(true, Findings.NO_MARK));
        assertThat(table.find(suspect("c"))).isEqualTo(new Findings(false, 1_000));
        assertThat(table.find(suspect("d"))).isEqualTo(Findings.NONE);
        assertThat(table.find(new Suspect(ISSUER, "u-c", "a", "s-b"))).isEqualTo(Findings.NONE);
        assertThat(table.find(new Suspect("another", "a", "s-b", "u-c"))).isEqualTo(Findings.NONE);
        assertThat(table.find(new Suspect(ISSUER, null, null, null))).isEqualTo(Findings.NONE);
    }

    @Test
    void revocationsComeBackAsTheyWere() throws SQLException {
        List<Revocation> written = List.of(
                token("ünïcödé 🔑 '; drop table"),
                new Revocation(Kind.SUBJECT, "i".repeat(256), "n".repeat(256), 0, 253_402_300_799L));
        for (Revocation revocation : written) {
            table.write(revocation);
        }
        assertThat(all()).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void theLatestMarkIsFoundAmongSeveral() throws SQLException {
        table.write(new Revocation(Kind.SUBJECT, ISSUER, "u-c", 1_000, soon));
        table.write(new Revocation(Kind.SUBJECT, ISSUER, "u-c", 900, soon));
        assertThat(table.find(suspect("c")).mark()).isEqualTo(1_000);
    }

    @Test
    void whatIsNewIsToldWithoutTheClockOfThisNode() throws SQLException {
        List<Revocation> told = new ArrayList<>();
        table.recent(Duration.ofSeconds(10), told::add);
        assertThat(told).isEmpty();
        tables.execute("insert into alacena_revocations (kind, issuer, name, kept_until, recorded_at) values "
                + "('token', 'i', 'old', '9999-01-01', current_timestamp - interval '1 hour'),"
                + "('token', 'i', 'new', '9999-01-01', current_timestamp + interval '3 hours')");
        table.recent(Duration.ofSeconds(10), told::add);
        assertThat(told).extracting(Revocation::name).containsExactly("new");
        tables.execute(
                "insert into alacena_revocations (kind, issuer, name, kept_until, recorded_at) values "
                        + "('token', 'i', 'slow', '9999-01-01', current_timestamp + interval '3 hours' - interval '5 seconds')");
        table.recent(Duration.ofSeconds(10), told::add);
        assertThat(told).extracting(Revocation::name).contains("slow");
    }

    @Test
    void onlyWhatIsLongOverIsTakenOut() throws SQLException {
        table.write(token("a"));
        table.write(new Revocation(Kind.TOKEN, ISSUER, "over", Findings.NO_MARK, soon - 2_000));
        table.write(new Revocation(Kind.TOKEN, ISSUER, "long over", Findings.NO_MARK, soon - 9_000));
        table.prune();
        assertThat(all()).extracting(Revocation::name).containsExactlyInAnyOrder("a", "over");
    }

    @Test
    void aCheckIsAnsweredByAnIndex() throws SQLException {
        tables.execute("insert into alacena_revocations (kind, issuer, name, kept_until) "
                + "select 'token', 'i', 'n' || n, '9999-01-01' from generate_series(1, 20000) n");
        tables.execute("analyze alacena_revocations");
        StringBuilder plan = new StringBuilder();
        try (Connection connection = tables.connection();
                PreparedStatement explain = connection.prepareStatement(
                        "explain select kind from alacena_revocations where issuer = 'i' and name in ('n1', 'n2', 'n3')");
                var rows = explain.executeQuery()) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        assertThat(plan.toString()).contains("alacena_revocations_name").doesNotContain("Seq Scan");
    }

    @Test
    void aDatabaseThatIsAwayFailsTheCall() {
        tables.away(true);
        try {
            assertThatThrownBy(() -> table.write(token("a"))).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> table.find(suspect("a"))).isInstanceOf(SQLException.class);
        } finally {
            tables.away(false);
        }
    }
}
