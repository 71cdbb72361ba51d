package dev.alacena.history.nemesis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** What goes wrong, one after the other: rounds of all kinds, each round in an order of its own. The same from the same seed. */
final class Schedule {
    private static final Trouble.Lasting HEALTH = new Trouble.Lasting(2_500, 4_000);

    private final Catalogue catalogue;
    private final Random random;
    private final Deque<Catalogue.Kind> round = new ArrayDeque<>();
    private int rounds;

    Schedule(Catalogue catalogue, long seed) {
        this.catalogue = catalogue;
        this.random = new Random(seed);
    }

    /** Health for so many milliseconds, then trouble for so many. */
    record Step(int health, Trouble trouble, int millis) {
        @Override
        public String toString() {
            return "%s of p%d for %d ms after %d ms".formatted(trouble.name(), trouble.process(), millis, health);
        }
    }

    Step next() {
        if (round.isEmpty()) {
            List<Catalogue.Kind> kinds = new ArrayList<>(catalogue.kinds());
            Collections.shuffle(kinds, random);
            round.addAll(kinds);
            rounds++;
        }
        Trouble trouble = round.remove().make(random);
        return new Step(between(HEALTH), trouble, between(trouble.lasting()));
    }

    /** How many rounds have been handed out completely. */
    int completed() {
        return round.isEmpty() ? rounds : rounds - 1;
    }

    private int between(Trouble.Lasting lasting) {
        return lasting.least() + random.nextInt(lasting.most() - lasting.least() + 1);
    }
}
