package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Fault;
import dev.alacena.history.event.History;
import java.util.ArrayList;
import java.util.List;

/**
 * Holds a history against the contract. Writes and loads are kept in memory, a small share; reads pass by once, each row
 * for itself.
 */
public final class Checker {
    private final Findings findings = new Findings();
    private final Contract contract;
    private final Faults faults;
    private final Undisturbed undisturbed;
    private final Staleness staleness = new Staleness();
    private final Tally tally = new Tally();

    private Checker(List<Fault> faults, Contract contract) {
        this.contract = contract;
        this.faults = new Faults(faults, contract.recovery().toNanos());
        this.undisturbed = new Undisturbed(findings, contract, this.faults);
    }

    /** What the processes of a run wrote down, held against what the database tells and what the nemesis did. */
    public static Report check(History history, List<Commit> commits, List<Fault> faults, Contract contract) {
        return new Checker(faults, contract).check(history, commits);
    }

    private Report check(History history, List<Commit> commits) {
        List<Event> changes = new ArrayList<>();
        history.changes(changes::add);
        Due due = new Due(contract, faults);
        Truth truth = new Truth(commits, changes, due);
        truth.verify(changes, findings);
        changes.forEach(tally::count);
        changes.forEach(undisturbed::call);
        Late late = new Late(due);
        changes.forEach(late::count);
        Loads loads = new Loads(changes);
        reads(history, truth, loads);
        new OneLoad(findings, contract, faults).check(loads, changes, due);
        return new Report(
                findings.counts(),
                findings.some(),
                tally.operations(),
                tally.text() + late.text(),
                staleness.text(),
                undisturbed.text());
    }

    private void reads(History history, Truth truth, Loads loads) {
        NoInvention invention = new NoInvention(findings);
        List<Promise> promises = List.of(
                new Fresh(findings, contract, faults, loads),
                new OwnWrites(findings, loads),
                new Forward(findings, loads),
                new Converged(findings, contract));
        history.reads(read -> {
            Row row = truth.row(read.row());
            boolean health =
                    faults.healthy(read.mark() - contract.maxStaleness().toNanos(), read.end());
            tally.count(read);
            undisturbed.read(read, health);
            if (invention.sound(read, row)) {
                promises.forEach(promise -> promise.read(read, row));
                staleness.read(read, row, health);
            }
        });
    }
}
