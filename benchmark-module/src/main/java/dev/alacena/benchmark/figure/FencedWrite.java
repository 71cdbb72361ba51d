package dev.alacena.benchmark.figure;

import static dev.alacena.benchmark.figure.Contest.LIBRARY;

import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.paired.Operation;
import dev.alacena.benchmark.paired.Reading;
import dev.alacena.benchmark.paired.Rounds;
import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.server.Postgres;
import dev.alacena.benchmark.server.Tap;
import dev.alacena.benchmark.shop.Directory;
import dev.alacena.benchmark.shop.Goods;
import dev.alacena.benchmark.shop.Shop;
import dev.alacena.benchmark.shop.Transaction;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A transaction that changes one row and invalidates one key, against the same without a cache. To the database both say the
 * same, so what is more is what goes to Redis: every answer of Redis is held, and a transaction has made as many round trips as
 * its time has holds. What the node says meanwhile to hear of invalidations, no transaction waits for.
 */
final class FencedWrite implements Figure {
    private static final String PLAIN = "without a cache";
    private static final int ITEMS = 1000;
    private static final int TIMES = 50;
    private static final Duration HOLD = Duration.ofMillis(20);

    @Override
    public List<Finding> measure(Place place) throws Exception {
        try (Postgres postgres = Postgres.start(place.directory().resolve("postgres"), ITEMS);
                Connection connection = postgres.connect()) {
            Transaction transaction = new Transaction(connection);
            Directory.offer(transaction);
            return List.of(trips(place, transaction), time(place, transaction));
        } finally {
            Directory.clear();
        }
    }

    private static Finding time(Place place, Transaction transaction) throws Exception {
        try (Shop shop = Shop.open(place.redis().url())) {
            Goods goods = shop.goods();
            Rounds rounds = new Contest(
                            place,
                            1,
                            Map.of(
                                    LIBRARY,
                                    write(transaction, goods),
                                    PLAIN,
                                    () -> transaction.commit(connection -> goods.writeOnly(any(), connection))))
                    .run(PLAIN);
            Median more = rounds.difference(LIBRARY, PLAIN, Reading::nanos);
            return new Finding(
                    "its time more",
                    more.middle() / 1e6,
                    1,
                    "ms",
                    "%.0f µs without a cache"
                            .formatted(rounds.cost(PLAIN, Reading::nanos).middle() / 1e3));
        }
    }

    private static Finding trips(Place place, Transaction transaction) throws Exception {
        try (Tap tap = Tap.open(place.redis(), HOLD);
                Shop shop = Shop.open(tap.url())) {
            Operation write = write(transaction, shop.goods());
            double[] trips = new double[TIMES];
            String commands = "";
            write.run();
            for (int i = 0; i < TIMES; i++) {
                tap.seen();
                long start = System.nanoTime();
                write.run();
                trips[i] = Math.floorDiv(System.nanoTime() - start, HOLD.toNanos());
                commands = Miss.sent(tap.seen());
            }
            return new Finding(
                    "write transaction that fences one key: round trips more",
                    Median.of(trips).middle(),
                    2,
                    "trips",
                    commands);
        }
    }

    private static Operation write(Transaction transaction, Goods goods) {
        return () -> transaction.commit(connection -> goods.write(any(), connection));
    }

    private static long any() {
        return ThreadLocalRandom.current().nextLong(ITEMS);
    }
}
