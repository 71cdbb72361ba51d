package dev.alacena.benchmark.figure;

import static dev.alacena.benchmark.figure.Contest.LIBRARY;

import dev.alacena.benchmark.figure.Reads.Kind;
import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.paired.Reading;
import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.server.Command;
import dev.alacena.benchmark.server.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A hit in Redis by one thread: time, and commands. */
final class Hit implements Figure {
    private static final int CALLS = 1000;

    @Override
    public List<Finding> measure(Place place) throws Exception {
        try (Reads reads = Reads.open(place, Kind.ITEM)) {
            Median ratio = new Contest(
                            place,
                            1,
                            Map.of(
                                    LIBRARY,
                                    reads.library(),
                                    Reads.TUNED,
                                    reads.tuned(),
                                    Reads.DEFAULTS,
                                    reads.defaults()))
                    .run(Reads.TUNED)
                    .ratio(LIBRARY, Reads.TUNED, Reading::nanos);
            return List.of(
                    new Finding(
                            "hit in Redis, 300 B, 1 thread: time of raw `RBucket.get`",
                            ratio.middle(),
                            1.10,
                            "",
                            Contest.spread(ratio) + reads.note()),
                    new Finding("its commands", commands(place, reads), 1, "commands", "`INFO commandstats`"));
        }
    }

    /** All that the server ran but upkeep, for each hit. */
    private static double commands(Place place, Reads reads) throws Exception {
        Wire wire = place.redis().wire();
        wire.call("CONFIG", "RESETSTAT");
        for (int i = 0; i < CALLS; i++) {
            reads.library().run();
        }
        long commands = 0;
        for (Map.Entry<String, String> stat : wire.info("commandstats").entrySet()) {
            commands += Command.isUpkeep(name(stat.getKey())) ? 0 : calls(stat.getValue());
        }
        return commands / (double) CALLS;
    }

    /** Of {@code cmdstat_get}, and of {@code cmdstat_client|setname}. */
    private static String name(String stat) {
        return stat.replaceAll("^cmdstat_|\\|.*", "");
    }

    private static long calls(String stat) throws IOException {
        if (!stat.startsWith("calls=")) {
            throw new IOException("not a statistic of a command: " + stat);
        }
        return Long.parseLong(stat.substring("calls=".length(), stat.indexOf(',')));
    }
}
