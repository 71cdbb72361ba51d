package dev.alacena.domain.habit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A record keeps what the table can keep, in one spelling. */
class RecordDraftTest {

    private static final LocalDate DAY = LocalDate.parse("2025-01-01");

    @Test
    void equalValuesAreOneValue() {
        for (String value : new String[] {"100", "100.000", "1E+2", "100.0000000"}) {
            assertThat(new RecordDraft(DAY, new BigDecimal(value), "").value()).hasToString("100");
        }
        assertThat(new RecordDraft(DAY, new BigDecimal("0.500"), "").value()).hasToString("0.5");
        assertThat(new RecordDraft(DAY, new BigDecimal("0E+9"), "").value()).hasToString("0");
    }

    @Test
    void valuesAreFromZeroWithThreeDecimals() {
        for (String value : new String[] {"0", "0.001", RecordDraft.MOST}) {
            assertThat(RecordDraft.isValue(new BigDecimal(value))).as(value).isTrue();
        }
        for (String value : new String[] {"-0.001", "0.0001", "1000000000", "1E+999999999", "1E-999999999"}) {
            assertThat(RecordDraft.isValue(new BigDecimal(value))).as(value).isFalse();
        }
    }

    @Test
    void daysBeforeTheEpochAndStrangeNotesAreRefused() {
        assertThat(new RecordDraft(LocalDate.EPOCH, BigDecimal.ONE, " one\n\ttwo ").note())
                .isEqualTo("one\n\ttwo");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RecordDraft(LocalDate.EPOCH.minusDays(1), BigDecimal.ONE, ""));
        for (String note : new String[] {"a\u0000b", "\ud800", "x".repeat(501)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> new RecordDraft(DAY, BigDecimal.ONE, note));
        }
    }
}
