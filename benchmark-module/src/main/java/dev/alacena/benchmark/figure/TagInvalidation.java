package dev.alacena.benchmark.figure;

import dev.alacena.api.CachedMethod;
import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.paired.Paired;
import dev.alacena.benchmark.paired.Reading;
import dev.alacena.benchmark.paired.Rounds;
import dev.alacena.benchmark.paired.Subject;
import dev.alacena.benchmark.paired.Turn;
import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.server.Entries;
import dev.alacena.benchmark.server.Wire;
import dev.alacena.benchmark.shop.Goods;
import dev.alacena.benchmark.shop.Shop;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Invalidating a tag with few members and one with many. After each invalidation its version is put back, so that
 * Redis has the same to do again.
 */
final class TagInvalidation implements Figure {
    private static final Map<String, Long> MEMBERS = Map.of("few", 10L, "many", 1_000_000L);
    private static final int TIMES = 20;

    @Override
    public List<Finding> measure(Place place) throws Exception {
        try (Shop shop = Shop.open(place.redis().url())) {
            Turn few = prepare(place, shop, "few");
            Turn many = prepare(place, shop, "many");
            Rounds rounds = new Paired(
                            List.of(new Subject("few", few), new Subject("many", many)),
                            new Random(),
                            sofar -> place.progress()
                                    .tick(() -> "round " + sofar.readings().size()))
                    .run(place.effort().warmUp(), place.effort().rounds());
            Median ratio = rounds.ratio("many", "few", Reading::nanos);
            double millis = rounds.cost("many", Reading::nanos).middle() / 1e6;
            return List.of(
                    new Finding("invalidate a tag with 1,000,000 members", millis, 1, "ms"),
                    new Finding(
                            "its time, of that of a tag with 10 members",
                            ratio.middle(),
                            1.25,
                            "",
                            Contest.spread(ratio)));
        }
    }

    private static Turn prepare(Place place, Shop shop, String group) throws IOException {
        long count = Objects.requireNonNull(MEMBERS.get(group));
        CachedMethod entries = shop.entries("member", String.class, long.class);
        Goods goods = shop.goods();
        Wire wire = place.redis().wire();
        byte[] bytes = Entries.of(wire, entries.key(group, 0L), () -> goods.member(group, 0));
        String tag = tag(wire, group);
        String version = Wire.text((byte[]) Objects.requireNonNull(wire.call("GET", tag)));
        Entries.copy(wire, bytes, count, i -> entries.key(group, i), copied -> place.progress()
                .tick(() -> "%,d members".formatted(copied)));
        // a copied entry carries the value of the first
        require(goods.member(group, count - 1) == 0, "the copies are no members");
        goods.dissolve(group);
        require(goods.member(group, count - 1) == count - 1, "the tag was not invalidated");
        return () -> {
            long nanos = 0;
            for (int i = 0; i < TIMES; i++) {
                wire.call("SET", tag, version, "PX", "3600000");
                long start = System.nanoTime();
                goods.dissolve(group);
                nanos += System.nanoTime() - start;
                require(wire.call("GET", tag) == null, "the tag was not invalidated");
            }
            return Reading.ofTime(nanos / (double) TIMES);
        };
    }

    /** The name of the key that holds the version of the tag. */
    private static String tag(Wire wire, String group) throws IOException {
        List<?> found = (List<?>) Objects.requireNonNull(wire.call("KEYS", "*tag:{*group:" + group + "}"));
        require(found.size() == 1, "no key of the tag");
        return Wire.text((byte[]) found.get(0));
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
