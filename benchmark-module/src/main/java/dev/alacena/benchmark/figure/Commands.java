package dev.alacena.benchmark.figure;

import dev.alacena.benchmark.paired.Operation;
import dev.alacena.benchmark.server.Command;
import dev.alacena.benchmark.server.Redis;
import dev.alacena.benchmark.server.Wire;
import java.io.IOException;
import java.util.Map;

/** What Redis runs for a call, by its own statistics. */
final class Commands {
    private Commands() {}

    /** All that the server ran but upkeep, for each of so many calls. */
    static double each(Redis redis, int calls, Operation call) throws Exception {
        Wire wire = redis.wire();
        wire.call("CONFIG", "RESETSTAT");
        for (int i = 0; i < calls; i++) {
            call.run();
        }
        long commands = 0;
        for (Map.Entry<String, String> stat : wire.info("commandstats").entrySet()) {
            commands += Command.isUpkeep(name(stat.getKey())) ? 0 : calls(stat.getValue());
        }
        return commands / (double) calls;
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
