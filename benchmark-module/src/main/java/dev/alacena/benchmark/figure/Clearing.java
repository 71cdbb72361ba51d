package dev.alacena.benchmark.figure;

import dev.alacena.api.CachedMethod;
import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.server.Entries;
import dev.alacena.benchmark.server.Wire;
import dev.alacena.benchmark.shop.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
            List<Duration> longest = new ArrayList<>();
            long left = 0;
            // what the library keeps of a sweep stays
            shop.caches().clear();
            long kept = place.redis().size();
            for (int i = 0; i < CLEARINGS; i++) {
                Entries.copy(wire, bytes, ENTRIES, n -> entries.key("all", n), copied -> place.progress()
                        .tick(() -> "%,d entries".formatted(copied)));
                place.redis().watchCommands();
                Watch.Seen seen =
                        Watch.during(place.redis(), READ, () -> shop.caches().clear());
                longest.add(place.redis().longestCommand());
                during.add(seen);
                left += place.redis().size() - kept;
                place.progress()
                        .say("  clearing %d of %d took %.1f s and left %d", i + 1, CLEARINGS, seen.seconds(), left);
            }
            return List.of(
                    finding(longest, Watch.all(during)), new Finding("entries that clearing left", left, 0, "entries"));
        }
    }

    private static Finding finding(List<Duration> longest, Watch.Seen during) {
        return new Finding(
                "clearing 1,000,000 entries: longest command of the server",
                Median.of(longest.stream().mapToDouble(Clearing::millis).toArray())
                        .middle(),
                BOUND.toMillis(),
                "ms",
                "median of %d clearings, %.2f at most; %.1f s each; of %,d GETs beside them one in a thousand took more than %.2f ms, the slowest %.2f"
                        .formatted(
                                CLEARINGS,
                                millis(Collections.max(longest)),
                                during.seconds() / CLEARINGS,
                                during.count(),
                                during.late() / 1e6,
                                during.slowest() / 1e6));
    }

    private static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
