package dev.alacena.cache.engine.interleaving;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who wrote and read what in which step, and whether that keeps the promises. */
final class Ledger {
    private final List<Writing> writings = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private final Scenario scenario;
    private final Database database;

    Ledger(Scenario scenario, Database database) {
        this.scenario = scenario;
        this.database = database;
    }

    /** A moment: in which step, and at what time. */
    record Moment(int step, long nanos) {}

    /** One write that was committed; {@code end} is when it returned. */
    static final class Writing {
        private final String node;
        private final int bit;
        private final Moment commit;
        private @Nullable Moment end;

        private Writing(String node, int bit, Moment commit) {
            this.node = node;
            this.bit = bit;
            this.commit = commit;
        }

        @Override
        public String toString() {
            return "write of %d on %s: committed in %s, returned in %s".formatted(bit, node, commit, end);
        }
    }

    /** One read that has returned; {@code own} is what its own transaction wrote. */
    record Reading(String node, Moment start, Moment end, int value, int own) {}

    synchronized Writing committed(String node, int bit, Moment now) {
        Writing writing = new Writing(node, bit, now);
        writings.add(writing);
        return writing;
    }

    synchronized void returned(Writing writing, Moment now) {
        writing.end = now;
    }

    synchronized void read(Reading reading) {
        check(reading);
        for (Reading earlier : readings) {
            boolean before = earlier.node().equals(reading.node())
                    && earlier.end().step() < reading.start().step();
            int lost = earlier.value() & ~earlier.own() & ~reading.value();
            promise("P4: went back", !before || lost == 0, reading);
        }
        readings.add(reading);
    }

    /** Whether a reading is one that is allowed; a reading is also what anybody could have read. */
    synchronized void check(Reading reading) {
        int visible = database.committed() | reading.own();
        promise("P0: never committed", (reading.value() & ~visible) == 0, reading);
        for (Writing writing : writings) {
            boolean kept = (reading.value() & writing.bit) != 0 || !due(writing, reading);
            promise(promise(writing, reading) + ": too old", kept, reading);
        }
    }

    private boolean due(Writing writing, Reading reading) {
        Moment from = scenario.fromReturn ? writing.end : writing.commit;
        return from != null
                && from.step() < reading.start().step()
                && (!promise(writing, reading).equals("P3")
                        || reading.start().nanos() - from.nanos() >= Scene.STALENESS.toNanos());
    }

    private String promise(Writing writing, Reading reading) {
        if (!scenario.near || reading.node().equals(Scene.LEVEL_2)) {
            return "P1";
        }
        return reading.node().equals(writing.node) ? "P2" : "P3";
    }

    void promise(String what, boolean kept, Object who) {
        if (!kept) {
            throw new AssertionError("%s: %s, among %s and %s".formatted(what, who, writings, readings));
        }
    }
}
