package dev.alacena.benchmark.figure;

import dev.alacena.api.CachedMethod;
import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.server.Entries;
import dev.alacena.benchmark.server.Wire;
import dev.alacena.benchmark.shop.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Clearing 1,000,000 entries, while somebody reads a key of another application as fast as the server answers. */
final class Clearing implements Figure {
    private static final long ENTRIES = 1_000_000;
    private static final int CLEARINGS = 5;
    private static final Duration BOUND = Duration.ofMillis(5);

    /** Of another application. */
    private static final String READ = "another";

    @Override
    public List<Finding> measure(Place place) throws Exception {
        Wire wire = place.redis().wire();
        try (Shop shop = Shop.open(place.redis().url())) {
            CachedMethod entries = shop.entries("part", String.class, long.class);
            byte[] bytes =
                    Entries.of(wire, entries.key("all", 0L), () -> shop.goods().part("all", 0));
            wire.call("SET", READ, "1");
            List<Watch.Seen> during = new ArrayList<>();
            long left = 0;
            place.redis().watchCommands();
            for (int i = 0; i < CLEARINGS; i++) {
                Entries.copy(wire, bytes, ENTRIES, n -> entries.key("all", n), copied -> place.progress()
                        .tick(() -> "%,d entries".formatted(copied)));
                long[] cleared = new long[1];
                Watch.Seen seen = Watch.during(
                        place.redis(), READ, () -> cleared[0] = shop.caches().clear());
                during.add(seen);
                left += ENTRIES - cleared[0];
                place.progress()
                        .say(
                                "  clearing %d of %d took %.1f s and %,d entries",
                                i + 1, CLEARINGS, seen.seconds(), cleared[0]);
            }
            return List.of(
                    finding(place.redis().longestCommand(), Watch.all(during)),
                    new Finding("entries that clearing left", left, 0, "entries"));
        }
    }

    private static Finding finding(Duration longest, Watch.Seen during) {
        return new Finding(
                "clearing 1,000,000 entries: longest command of the server",
                longest.toNanos() / 1e6,
                BOUND.toMillis(),
                "ms",
                "%.1f s each; of %,d GETs beside it one in a thousand took more than %.2f ms, the slowest %.2f"
                        .formatted(
                                during.seconds() / CLEARINGS,
                                during.count(),
                                during.late() / 1e6,
                                during.slowest() / 1e6));
    }
}
