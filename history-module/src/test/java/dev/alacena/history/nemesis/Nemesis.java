package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes trouble by a schedule, with health before it and between, and remembers what it did. */
public final class Nemesis implements Runnable {
    private static final int CALM_BEFORE = 8_000;
    private static final int STEP = 100;

    private final Catalogue catalogue;
    private final Schedule schedule;
    private final Consumer<String> log;
    private final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean aRoundDone;
    private volatile @Nullable Exception failure;

    public Nemesis(Catalogue catalogue, long seed, Consumer<String> log) {
        this.catalogue = catalogue;
        this.schedule = new Schedule(catalogue, seed);
        this.log = log;
    }

    @Override
    public void run() {
        try {
            boolean over = stopped(CALM_BEFORE);
            while (!over && !catalogue.kinds().isEmpty()) {
                Schedule.Step step = schedule.next();
                over = stopped(step.health());
                if (!over) {
                    make(step.trouble(), step.millis());
                    aRoundDone = schedule.completed() > 0;
                }
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            failure = e;
        }
    }

    private void make(Trouble trouble, int millis) throws IOException, InterruptedException {
        String whom = trouble.process() == Fault.ALL ? "" : " of p" + trouble.process();
        log.accept("%s%s for %d ms".formatted(trouble.name(), whom, millis));
        long begin = System.nanoTime();
        try {
            trouble.begin();
            for (int left = millis; left > 0 && !stopped(Math.min(STEP, left)); left -= STEP) {
                trouble.goOn();
            }
        } finally {
            trouble.end();
            faults.add(new Fault(trouble.name(), trouble.effect(), trouble.process(), begin, System.nanoTime()));
        }
    }

    private boolean stopped(long millis) throws InterruptedException {
        return stop.await(millis, TimeUnit.MILLISECONDS);
    }

    /** Heals what is bad; nothing follows. */
    public void stop() {
        stop.countDown();
    }

    /** Whether each kind of trouble was made once. */
    public boolean aRoundDone() {
        return aRoundDone || catalogue.kinds().isEmpty();
    }

    /** What it could not do; null if all went as it should. */
    public @Nullable Exception failure() {
        return failure;
    }

    /** What it did. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }
}
