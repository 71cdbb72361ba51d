package dev.alacena.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void aFindingSaysWhatWasMeasuredAndWhetherItsBoundIsMet() {
        assertThat(new Table(List.of(
                                new Finding("hit", 1.0967, 1.10, "", "1.05 to 1.12"),
                                new Finding("commands", 2, 1, "commands")))
                        .text()
                        .lines())
                .containsExactly(
                        "| what | measured | bound | | note |",
                        "| --- | --- | --- | --- | --- |",
                        "| hit | 1.097 | ≤ 1.100 | met | 1.05 to 1.12 |",
                        "| commands | 2 commands | ≤ 1 commands | **not met** |  |");
    }

    @Test
    void theBoundItselfIsMet() {
        assertThat(new Finding("hit", 1.1, 1.1, "").met()).isTrue();
        assertThat(new Finding("hit", 1.1001, 1.1, "").met()).isFalse();
    }

    @Test
    void whatCouldNotBeMeasuredIsNotMet() {
        Finding failed = Finding.failed("hit", new IOException("gone\nsince long"));
        assertThat(failed.met()).isFalse();
        assertThat(failed.note()).isEqualTo("java.io.IOException: gone");
    }
}
