package dev.alacena.domain.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

/** Only a database that cannot serve is an outage. */
class OutageTest {

    @Test
    void aLostConnectionIsAnOutageHoweverDeepItIsWrapped() {
        SQLException lost = new SQLException("lost", "08006");
        assertThat(Outage.isCauseOf(lost)).isTrue();
        assertThat(Outage.isCauseOf(new IllegalStateException(new RuntimeException(lost))))
                .isTrue();
    }

    @Test
    void aServerThatShutsDownOrHasNoRoomIsAnOutage() {
        assertThat(Outage.isCauseOf(new SQLException("terminating", "57P01"))).isTrue();
        assertThat(Outage.isCauseOf(new SQLException("too many connections", "53300")))
                .isTrue();
        assertThat(Outage.isCauseOf(new XAException(XAException.XAER_RMFAIL))).isTrue();
    }

    @Test
    void aWrongStatementIsNone() {
        assertThat(Outage.isCauseOf(new SQLException("unique", "23505"))).isFalse();
        assertThat(Outage.isCauseOf(new SQLException("no state"))).isFalse();
        assertThat(Outage.isCauseOf(new IllegalStateException("other"))).isFalse();
    }
}
