package dev.alacena.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.history.check.Report;
import dev.alacena.history.run.Plan;
import dev.alacena.history.run.Run;
import org.junit.jupiter.api.Test;

/** The contract, over real processes and servers, with a nemesis at work. */
class HistoryIT {

    @Test
    void theContractHoldsWhateverTheNemesisDoes() throws Exception {
        Plan plan = Plan.read("contract");
        Report report = new Run(plan, System.out).make();
        assertThat(report.violations()).as(report.text()).isEmpty();
        assertThat(report.operations()).isGreaterThanOrEqualTo(plan.load().operations());
    }
}
