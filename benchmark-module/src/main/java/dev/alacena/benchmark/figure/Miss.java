package dev.alacena.benchmark.figure;

import static dev.alacena.benchmark.figure.Contest.LIBRARY;

import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.paired.Operation;
import dev.alacena.benchmark.paired.Reading;
import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.server.Entries;
import dev.alacena.benchmark.server.Raw;
import dev.alacena.benchmark.server.Tap;
import dev.alacena.benchmark.shop.Goods;
import dev.alacena.benchmark.shop.Shop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.redisson.api.RBucket;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/** A miss whose loader has its answer at once, stored before the call returns; against GET and SET of the same bytes. */
final class Miss implements Figure {
    private static final String RAW = "Redisson GET and SET";
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int CALLS = 200;

    private final AtomicLong keys = new AtomicLong();

    @Override
    public List<Finding> measure(Place place) throws Exception {
        RedissonClient client = Raw.tuned(place.redis());
        try (Shop shop = Shop.open(place.redis().url())) {
            Goods goods = shop.goods();
            String stored = shop.entries("instant", long.class).key(-1L);
            byte[] bytes = Entries.of(place.redis().wire(), stored, () -> goods.instant(-1));
            Median ratio = new Contest(
                            place,
                            1,
                            Map.of(LIBRARY, () -> goods.instant(keys.incrementAndGet()), RAW, raw(client, bytes)))
                    .run(RAW)
                    .ratio(LIBRARY, RAW, Reading::nanos);
            return List.of(
                    new Finding(
                            "miss, instant loader, stored: time of raw GET + SET",
                            ratio.middle(),
                            1.6,
                            "",
                            Contest.spread(ratio)),
                    commands(place));
        } finally {
            client.shutdown();
        }
    }

    private Operation raw(RedissonClient client, byte[] bytes) {
        return () -> {
            RBucket<byte[]> bucket =
                    client.getBucket("raw:{instant:" + keys.incrementAndGet() + "}", ByteArrayCodec.INSTANCE);
            if (bucket.get() == null) {
                bucket.set(bytes, LIFE);
            }
        };
    }

    private Finding commands(Place place) throws Exception {
        try (Tap tap = Tap.open(place.redis(), Duration.ZERO);
                Shop shop = Shop.open(tap.url())) {
            Goods goods = shop.goods();
            Tap.Seen seen = tap.seen();
            for (int i = 0; i < 2 * CALLS; i++) {
                seen = i == CALLS ? tap.seen() : seen;
                goods.instant(keys.incrementAndGet());
            }
            seen = tap.seen();
            return new Finding("its commands", seen.total() / (double) CALLS, 3, "commands", sent(seen));
        }
    }

    static String sent(Tap.Seen seen) {
        return seen.commands().isEmpty()
                ? "none"
                : String.join(", ", seen.commands().keySet());
    }
}
