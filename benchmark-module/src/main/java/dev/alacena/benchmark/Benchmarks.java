package dev.alacena.benchmark;

import dev.alacena.benchmark.figure.Figure;
import dev.alacena.benchmark.figure.Figures;
import dev.alacena.benchmark.figure.Place;
import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.report.Progress;
import dev.alacena.benchmark.report.Table;
import dev.alacena.benchmark.server.Redis;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line. */
public final class Benchmarks {
    private Benchmarks() {}

    /** Measures the figures that are asked for, and prints one table. Bounds that are not met are no failure. */
    public static void main(String... arguments) throws Exception {
        Map<String, Figure> all = Figures.all();
        try {
            run(all, Options.parse(all.keySet(), arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
        // clients leave threads behind
        System.exit(0);
    }

    private static void run(Map<String, Figure> all, Options options) throws Exception {
        Progress progress = new Progress(System.out);
        List<Finding> findings = new ArrayList<>();
        try (Redis redis = Redis.start(options.target().resolve("benchmark"))) {
            String before = machine(redis);
            progress.say("%s", before);
            Place place = new Place(redis, options.target().resolve("benchmark"), options.effort(), progress);
            for (String name : options.figures()) {
                progress.say("%s", name);
                redis.empty();
                List<Finding> found = measure(name, all.getOrDefault(name, nothing -> List.of()), place);
                found.forEach(finding -> progress.say("  %s", finding.line()));
                findings.addAll(found);
            }
            System.out.printf("%n%s; at the end load %.1f%n%n%s%n", before, load(), new Table(findings).text());
        }
    }

    /** The others are measured all the same. */
    private static List<Finding> measure(String name, Figure figure, Place place) {
        try {
            return figure.measure(place);
        } catch (Exception e) {
            e.printStackTrace();
            return List.of(Finding.failed(name, e));
        }
    }

    private static String machine(Redis redis) {
        return "%d processors, load %.1f, Java %s, Redis %s"
                .formatted(Runtime.getRuntime().availableProcessors(), load(), Runtime.version(), redis.version());
    }

    /** How many threads want a processor: more than there are is noise. */
    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
