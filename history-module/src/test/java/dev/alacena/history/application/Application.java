package dev.alacena.history.application;

import dev.alacena.history.application.Worker.Pace;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of the application. Its input tells it what to do, a line each; the end of its input is its end. Its output
 * tells how far it is, and the time of its clock, which is that of the host.
 */
public final class Application {
    private static final long PROGRESS_NANOS = 500_000_000;
    private static final long STOP_SECONDS = 60;

    private final PrintStream out = System.out;
    private final Setup setup = Setup.read();
    private final Pace pace = new Pace();
    private final List<Thread> threads = new ArrayList<>();
    private final Worker auditor;
    private final Crowd crowd;

    private Application(SeContainer container) throws IOException {
        Beans beans = new Beans(container, setup);
        SplittableRandom seeds =
                new SplittableRandom(setup.seed() * 31 + setup.node().id());
        for (int number = 0; number < setup.threads(); number++) {
            threads.add(new Thread(beans.worker(number, seeds.nextLong(), pace), "worker-" + number));
        }
        auditor = beans.worker(setup.threads(), seeds.nextLong(), pace);
        crowd = beans.crowd();
    }

    public static void main(String[] arguments) throws Exception {
        Setup setup = Setup.read();
        Transactions.prepare(setup.node().id());
        try (SeContainer container = SeContainerInitializer.newInstance().initialize()) {
            new Application(container).obey();
        }
        // whatever hangs does not hold the process
        Runtime.getRuntime().halt(0);
    }

    private void obey() throws IOException, InterruptedException {
        threads.forEach(Thread::start);
        say("ready " + System.nanoTime());
        Thread progress = new Thread(this::keepTelling, "progress");
        progress.setDaemon(true);
        progress.start();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String word = in.readLine(); word != null && !word.equals("quit"); word = in.readLine()) {
            obey(word);
        }
        if (!pace.stopped) {
            // whoever started this is gone
            Runtime.getRuntime().halt(1);
        }
    }

    private void obey(String line) throws InterruptedException {
        String[] words = line.split(" ", 2);
        switch (words[0]) {
            case "slow" -> pace.slow = true;
            case "stop" -> {
                pace.stopped = true;
                for (Thread thread : threads) {
                    thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
                }
                tell();
                say("stopped");
            }
            case "audit" -> {
                auditor.audit();
                say("audited");
            }
            case "gather" -> {
                crowd.gather(Integer.parseInt(words[1]));
                say("gathered");
            }
            case "rush" -> say("rushed " + crowd.rush());
            default -> throw new IllegalArgumentException(line);
        }
    }

    private void keepTelling() {
        while (!pace.stopped) {
            LockSupport.parkNanos(PROGRESS_NANOS);
            tell();
        }
    }

    private void tell() {
        say("operations " + pace.operations.sum());
    }

    private synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
