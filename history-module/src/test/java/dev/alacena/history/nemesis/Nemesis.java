package dev.alacena.history.nemesis;

import dev.alacena.history.event.Fault;
import dev.alacena.history.nemesis.Trouble.Lasting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes trouble of every kind, one after the other, in rounds of an order of their own, with health between them. The same
 * seed makes the same trouble.
 */
public final class Nemesis implements Runnable {
    private static final int CALM_BEFORE = 8_000;
    private static final int LEAST_HEALTH = 2_500;
    private static final int MOST_HEALTH = 4_000;
    private static final int STEP = 100;

    private final Catalogue catalogue;
    private final Random random;
    private final Consumer<String> log;
    private final List<Fault> faults = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile boolean aRoundDone;
    private volatile @Nullable Exception failure;

    public Nemesis(Catalogue catalogue, long seed, Consumer<String> log) {
        this.catalogue = catalogue;
        this.random = new Random(seed);
        this.log = log;
    }

    @Override
    public void run() {
        try {
            boolean over = stopped(CALM_BEFORE);
            while (!over && !catalogue.kinds().isEmpty()) {
                List<Catalogue.Kind> round = new ArrayList<>(catalogue.kinds());
                Collections.shuffle(round, random);
                for (Catalogue.Kind kind : round) {
                    Trouble trouble = kind.make(random);
                    int health = between(new Lasting(LEAST_HEALTH, MOST_HEALTH));
                    int lasting = between(trouble.lasting());
                    over = stopped(health);
                    if (over) {
                        return;
                    }
                    make(trouble, lasting);
                }
                aRoundDone = true;
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            failure = e;
        }
    }

    private void make(Trouble trouble, int millis) throws IOException, InterruptedException {
        log.accept("%s of %s for %d ms"
                .formatted(
                        trouble.name(),
                        trouble.process() == Fault.ALL ? "all" : "p" + trouble.process(),
                        millis));
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

    private int between(Lasting lasting) {
        return lasting.least() + random.nextInt(lasting.most() - lasting.least() + 1);
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
