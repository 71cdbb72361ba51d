package dev.alacena.benchmark.figure;

import dev.alacena.api.CachedMethod;
import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.server.Entries;
import dev.alacena.benchmark.server.Wire;
import dev.alacena.benchmark.shop.Shop;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Invalidating a prefix of 10,000 among 1,000,000 keys, while somebody reads others as fast as the server answers. */
final class PrefixInvalidation implements Figure {
    private static final long SWEPT = 10_000;
    private static final long OTHERS = 990_000;
    private static final int SWEEPS = 10;
    private static final Duration QUIET = Duration.ofSeconds(1);
    private static final Duration BOUND = Duration.ofMillis(5);

    @Override
    public List<Finding> measure(Place place) throws Exception {
        Wire wire = place.redis().wire();
        try (Shop shop = Shop.open(place.redis().url())) {
            CachedMethod entries = shop.entries("part", String.class, long.class);
            String read = entries.key("others", 0L);
            byte[] bytes = Entries.of(wire, read, () -> shop.goods().part("others", 0));
            Entries.copy(wire, bytes, OTHERS, i -> entries.key("others", i), copied -> place.progress()
                    .tick(() -> "%,d entries".formatted(copied)));
            List<Watch.Seen> during = new ArrayList<>();
            List<Watch.Seen> quiet = new ArrayList<>();
            int abandoned = 0;
            place.redis().watchCommands();
            // what the library keeps of a sweep stays
            shop.goods().empty("swept");
            long kept = place.redis().size();
            for (int i = 0; i < SWEEPS; i++) {
                Entries.copy(wire, bytes, SWEPT, n -> entries.key("swept", n), copied -> {});
                quiet.add(Watch.during(place.redis(), read, () -> Thread.sleep(QUIET.toMillis())));
                Watch.Seen seen =
                        Watch.during(place.redis(), read, () -> shop.goods().empty("swept"));
                during.add(seen);
                long left = place.redis().size() - kept;
                abandoned += left > 0 ? 1 : 0;
                place.progress().say("  sweep %d of %d took %.1f s and left %d", i + 1, SWEEPS, seen.seconds(), left);
            }
            return List.of(
                    finding(place, Watch.all(during), Watch.all(quiet)),
                    new Finding("sweeps given up, as Redis did not answer in time", abandoned, 0, "sweeps"));
        }
    }

    private static Finding finding(Place place, Watch.Seen during, Watch.Seen quiet) throws IOException {
        return new Finding(
                "slowest GET beside the invalidation of a prefix of 10,000 among 1,000,000",
                during.slowest() / 1e6,
                BOUND.toMillis(),
                "ms",
                "of %,d; p99.9 %.2f ms; as long without it %.2f and %.2f; longest command of the server %.2f"
                        .formatted(
                                during.count(),
                                during.late() / 1e6,
                                quiet.slowest() / 1e6,
                                quiet.late() / 1e6,
                                place.redis().longestCommand().toNanos() / 1e6));
    }
}
