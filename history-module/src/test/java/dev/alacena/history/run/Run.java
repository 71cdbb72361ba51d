package dev.alacena.history.run;

import dev.alacena.history.check.Checker;
import dev.alacena.history.check.Commit;
import dev.alacena.history.check.Report;
import dev.alacena.history.event.Fault;
import dev.alacena.history.event.Recordings;
import dev.alacena.history.nemesis.Catalogue;
import dev.alacena.history.nemesis.Nemesis;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run: servers, processes, trouble, audit, check. What it starts ends with it. */
public final class Run {
    private static final long STEP_MILLIS = 250;
    private static final long PROGRESS = TimeUnit.SECONDS.toNanos(5);

    private final Plan plan;
    private final PrintStream out;
    private final long start = System.nanoTime();
    private long told;

    public Run(Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    /** Makes the run and checks it. */
    public Report make() throws Exception {
        tell("seed %1$d, again by -Dhistory.seed=%1$d".formatted(plan.seed()));
        Directories.empty(plan.directory());
        List<Commit> commits;
        Nemesis nemesis;
        try (Guard guard = new Guard();
                Postgres postgres = new Postgres(plan.directory(), guard);
                Servers servers = plan.servers().start(plan.directory(), guard);
                Members members = new Members(plan, new Launch(plan, servers, postgres.url(), guard))) {
            Catalogue catalogue = new Catalogue(servers, members.all(), plan.faults());
            nemesis = new Nemesis(catalogue, plan.seed(), trouble -> tell("  " + trouble));
            call(members, nemesis);
            audit(members);
            commits = postgres.commits();
        }
        tell("checking");
        Recordings recordings = new Recordings(plan.directory());
        List<Fault> faults = new ArrayList<>(nemesis.faults());
        faults.addAll(recordings.diaries());
        Report report = Checker.check(recordings, commits, faults, plan.contract());
        Directories.keep(plan.directory(), faults, report);
        tell("seed %d%n%s".formatted(plan.seed(), report.text()));
        return report;
    }

    private void call(Members members, Nemesis nemesis) throws IOException, InterruptedException {
        long calling = System.nanoTime();
        Thread trouble = new Thread(nemesis, "nemesis");
        trouble.start();
        try {
            while (!done(members, nemesis)
                    || System.nanoTime() - calling < plan.shortest().toNanos()) {
                Thread.sleep(STEP_MILLIS);
            }
        } finally {
            nemesis.stop();
            trouble.join();
        }
        if (nemesis.failure() != null) {
            throw new IOException("the nemesis failed", nemesis.failure());
        }
    }

    private boolean done(Members members, Nemesis nemesis) throws IOException {
        long operations = members.operations();
        long now = System.nanoTime();
        if (now - told > PROGRESS) {
            told = now;
            tell("%,d operations".formatted(operations));
        }
        if (now - start > plan.load().limit().toNanos()) {
            throw new IOException("only %,d operations within %s"
                    .formatted(operations, plan.load().limit()));
        }
        if (operations < plan.load().operations()) {
            return false;
        }
        boolean done = nemesis.aRoundDone() || nemesis.failure() != null;
        if (!done) {
            members.slowDown();
        }
        return done;
    }

    /** When all is well and nobody writes any more, each process reads all there is, twice. */
    private void audit(Members members) throws IOException, InterruptedException {
        tell("%,d operations; letting it settle for the audit".formatted(members.operations()));
        members.command("stop", "stopped");
        for (int round = 0; round < 2; round++) {
            Thread.sleep(plan.settling().toMillis());
            members.command("audit", "audited");
        }
        members.tell("quit");
    }

    private void tell(String line) {
        out.printf("[history %5.1f s] %s%n", (System.nanoTime() - start) / 1e9, line);
        out.flush();
    }
}
