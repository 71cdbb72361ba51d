package dev.alacena.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.history.check.Report;
import dev.alacena.history.run.Plan;
import dev.alacena.history.run.Run;
import dev.alacena.history.run.Rush;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The contract, over real processes and servers, with a nemesis at work. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the nemesis works by signals")
class HistoryIT {

    private static final int FEW = 20_000;
    private static final int OVER_FAILOVERS = 150_000;
    private static final int CROWDS = 3;
    private static final int CROWD = 3_334;

    /** Where a machine is busy; none on one that is not. */
    private static final int CALLS_FOR_A_SECOND_LOAD = 10_000;

    @Test
    void aNearCacheThatHearsNothingIsFound() throws Exception {
        Report report = new Run(Plan.read("naive").naive(FEW), System.out).make();
        assertThat(report.violations())
                .as(report.text())
                .containsKeys("P1 stale read", "P3 stale read", "P5 not the last version");
    }

    @Test
    void f22TenThousandCallersOfAColdKeyOverThreeProcessesLoadItOnce() throws Exception {
        Rush.Result result = new Rush(Plan.read("crowd").crowd(CROWDS)).make(CROWD);
        assertThat(result).isEqualTo(new Rush.Result(CROWDS * CROWD, 1));
    }

    /** What is read is held on any machine; how often is loaded depends on processes that get on. */
    private static boolean always(String violation) {
        return !violation.startsWith("P6");
    }

    private static long secondLoads(Report report) {
        return report.violations().getOrDefault("P6 second load", 0);
    }

    @Test
    void theContractHoldsWhateverTheNemesisDoes() throws Exception {
        Plan plan = Plan.read("contract");
        Report report = new Run(plan, System.out).make();
        assertThat(report.violations().keySet()).as(report.text()).noneMatch(HistoryIT::always);
        assertThat(secondLoads(report))
                .as(report.text())
                .isLessThanOrEqualTo(report.operations() / CALLS_FOR_A_SECOND_LOAD);
        if (Boolean.getBoolean("history.whole")) {
            assertThat(report.violations()).as(report.text()).isEmpty();
        }
        assertThat(report.operations()).isGreaterThanOrEqualTo(plan.load().operations());
    }

    @Test
    void theContractHoldsOverFailovers() throws Exception {
        Report report = new Run(Plan.read("failovers").failovers(OVER_FAILOVERS), System.out).make();
        assertThat(report.violations().keySet()).as(report.text()).noneMatch(HistoryIT::always);
        assertThat(report.operations()).isGreaterThanOrEqualTo(OVER_FAILOVERS);
    }
}
