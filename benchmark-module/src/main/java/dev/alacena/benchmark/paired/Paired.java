package dev.alacena.benchmark.paired;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Lets subjects take short turns. In each round each has one, in random order, so that whatever else the machine does
 * meets all of them alike.
 */
public final class Paired {
    private static final int PATIENCE = 3;

    private final List<Subject> subjects;
    private final Random random;
    private final Consumer<Rounds> watcher;

    /**
     * A comparison.
     *
     * @param subjects with different names
     * @param random for the order within a round
     * @param watcher told after each round that counts of all rounds so far
     */
    public Paired(List<Subject> subjects, Random random, Consumer<Rounds> watcher) {
        this.subjects = List.copyOf(subjects);
        this.random = random;
        this.watcher = watcher;
    }

    /** So many rounds that do not count, then so many that do. */
    public Rounds run(int warmUp, int rounds) throws Exception {
        return run(warmUp, () -> true, rounds);
    }

    /**
     * Rounds that do not count, as many as are asked for, and up to {@value #PATIENCE} times as many until it is warm; then
     * rounds that do.
     */
    public Rounds run(int warmUp, BooleanSupplier warm, int rounds) throws Exception {
        boolean ready = false;
        for (int i = 0; i < warmUp || (!ready && i < PATIENCE * warmUp); i++) {
            round();
            ready = warm.getAsBoolean();
        }
        List<Map<String, Reading>> readings = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            readings.add(round());
            watcher.accept(new Rounds(readings));
        }
        return new Rounds(readings);
    }

    private Map<String, Reading> round() throws Exception {
        List<Subject> order = new ArrayList<>(subjects);
        Collections.shuffle(order, random);
        Map<String, Reading> round = new HashMap<>();
        for (Subject subject : order) {
            round.put(subject.name(), subject.turn().take());
        }
        return round;
    }
}
