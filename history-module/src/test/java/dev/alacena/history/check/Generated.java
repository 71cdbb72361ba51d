package dev.alacena.history.check;

import dev.alacena.history.event.Event.Value;
import dev.alacena.history.event.Event.What;
import dev.alacena.history.event.Kind;
import dev.alacena.history.event.Outcome;
import dev.alacena.history.event.Shelf;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/** Random histories of a cache that keeps all promises: two processes, some rows, reads that overlap writes. */
final class Generated {
    private static final Shelf[] SHELVES = {Shelf.STRICT, Shelf.BOUNDED};
    private static final int PLACES = 4;
    private static final double LAG = 80;

    private final Random random;
    private final Tale tale = new Tale();
    private final Map<Integer, Written> written = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private double now = 10;

    /** The last version of a row, when it was committed and by whom; what was before it. */
    private record Written(int version, double commit, int process) {}

    private Generated(long seed) {
        random = new Random(seed);
    }

    /** A history of about so many events, the last of them some time ago. */
    static Tale history(long seed, int events) {
        Generated one = new Generated(seed);
        for (int count = 0; count < events; count++) {
            one.step();
        }
        one.audit();
        return one.tale;
    }

    private void step() {
        now += random.nextDouble() * 5;
        Shelf shelf = SHELVES[random.nextInt(SHELVES.length)];
        int row = shelf.row(random.nextInt(PLACES));
        int process = random.nextInt(2);
        switch (random.nextInt(10)) {
            case 0 -> write(process, shelf, row);
            case 1 -> rollBack(process, shelf, row);
            default -> read(process, shelf, row);
        }
    }

    private void write(int process, Shelf shelf, int row) {
        Written last = written.getOrDefault(row, new Written(0, 0, process));
        double end = now + 3;
        tale.write(process, shelf, row, last.version() + 1, now, end);
        written.put(row, new Written(last.version() + 1, end - 0.4, process));
        // one load follows each write
        tale.load(process, shelf, row, end + 0.1, end + 0.2);
        now = end;
    }

    private void rollBack(int process, Shelf shelf, int row) {
        What what = new What(Kind.WRITE, shelf, row);
        Value value = new Value(0, -1 - random.nextInt(Integer.MAX_VALUE));
        tale.change(process, what, Outcome.ROLLED_BACK, now, now + 2, now + 1, value);
        now += 2;
    }

    private void read(int process, Shelf shelf, int row) {
        Written last = written.getOrDefault(row, new Written(0, 0, process));
        boolean behind =
                shelf.bounded() && last.version() > 0 && last.process() != process && now - last.commit() < LAG;
        int version = behind && random.nextBoolean() ? last.version() - 1 : last.version();
        // never backwards
        int found = seen.merge(process + " " + row, version, Math::max);
        tale.read(process, shelf, row, found, now);
    }

    private void audit() {
        now += 10_000;
        for (Shelf shelf : SHELVES) {
            for (int place = 0; place < PLACES; place++) {
                int row = shelf.row(place);
                Written last = written.getOrDefault(row, new Written(0, 0, 0));
                tale.audit(0, shelf, row, last.version(), now);
                tale.audit(1, shelf, row, last.version(), now + 1);
            }
        }
    }
}
