package dev.alacena.benchmark.figure;

import dev.alacena.api.CachedMethod;
import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.server.Entries;
import dev.alacena.benchmark.server.Redis;
import dev.alacena.benchmark.shop.Shop;
import java.util.List;
import java.util.Objects;

/** What an entry takes in Redis: value, name, time to live and its places in the tables of the server. */
final class EntrySize implements Figure {
    private static final int COUNT = 100_000;

    @Override
    public List<Finding> measure(Place place) throws Exception {
        Redis redis = place.redis();
        try (Shop shop = Shop.open(redis.url())) {
            CachedMethod entries = shop.entries("item", long.class);
            byte[] bytes =
                    Entries.of(redis.wire(), entries.key(0L), () -> shop.goods().item(0));
            long before = redis.usedMemory();
            Entries.copy(redis.wire(), bytes, COUNT, i -> entries.key(i), copied -> {});
            double each = (redis.usedMemory() - before) / (COUNT - 1.0);
            Object usage = Objects.requireNonNull(
                    redis.wire().call("MEMORY", "USAGE", entries.key(COUNT - 1L), "SAMPLES", "0"));
            return List.of(new Finding(
                    "bytes in Redis for each entry of 300 B of JSON",
                    each,
                    560,
                    "B",
                    "`used_memory` over %,d entries; `MEMORY USAGE` of one %s B".formatted(COUNT, usage)));
        }
    }
}
