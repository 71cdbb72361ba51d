package dev.alacena.history.application;

import dev.alacena.history.event.Shelf;
import java.util.SplittableRandom;

/** What a thread does next: at random, and the same again from the same seed. Used by one thread. */
final class Choice {
    private static final Shelf[] SHELVES = Shelf.values();
    private static final int THOUSAND = 1000;
    private static final long LONGEST_PAUSE = 30_000_000;
    private static final int DAWDLERS = 20;

    private final SplittableRandom random;

    Choice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Kinds of calls, with their shares of a thousand. */
    enum Call {
        READ(903),
        READ_IN_TRANSACTION(25),
        READ_OLD_SNAPSHOT(12),
        WRITE(25),
        WRITE_AND_LOOK(8),
        WRITE_TWO(9),
        WRITE_NESTED(10),
        WRITE_ALONE(8);

        private final int share;

        Call(int share) {
            this.share = share;
        }
    }

    /** How a transaction ends. */
    enum Ending {
        COMMIT(70),
        THROW_AND_ROLL_BACK(12),
        MARK_AND_ROLL_BACK(6),
        THROW_AND_COMMIT(12);

        private final int share;

        Ending(int share) {
            this.share = share;
        }
    }

    Call next() {
        int left = random.nextInt(THOUSAND);
        for (Call call : Call.values()) {
            left -= call.share;
            if (left < 0) {
                return call;
            }
        }
        return Call.READ;
    }

    Ending ending() {
        int left = random.nextInt(100);
        for (Ending ending : Ending.values()) {
            left -= ending.share;
            if (left < 0) {
                return ending;
            }
        }
        return Ending.COMMIT;
    }

    /** Bounded ones more often: most of their reads cost next to nothing. */
    Shelf shelf() {
        Shelf shelf = SHELVES[random.nextInt(SHELVES.length)];
        return shelf.bounded() || random.nextInt(2) == 0 ? shelf : SHELVES[random.nextInt(SHELVES.length)];
    }

    /** A row of the shelf; the first ones more often. */
    int row(Shelf shelf) {
        double chance = random.nextDouble();
        return shelf.row((int) (Shelf.WIDTH * chance * chance));
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    long pause() {
        return random.nextLong(LONGEST_PAUSE);
    }

    /** For how long somebody dawdles in the middle: most never, some for a while, so that races are lost. */
    long dawdle() {
        return random.nextInt(DAWDLERS) == 0 ? pause() / 2 : 0;
    }
}
