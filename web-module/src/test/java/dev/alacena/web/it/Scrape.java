package dev.alacena.web.it;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What {@code /metrics} of a server said of the caches, in Prometheus' text format. */
record Scrape(Map<String, String> types, List<Sample> samples) {

    private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z0-9_]+)(?:\\{(.*)})? (\\S+)");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z0-9_]+)=\"([^\"]*)\",?");

    /** One line. */
    record Sample(String name, Map<String, String> labels, double value) {}

    static Scrape of(String text) {
        Map<String, String> types = new TreeMap<>();
        lines(text, TYPE).forEach(line -> types.put(line.group(1), line.group(2)));
        List<Sample> samples = lines(text, SAMPLE).stream()
                .map(line -> new Sample(line.group(1), labels(line.group(2)), Double.parseDouble(line.group(3))))
                .toList();
        return new Scrape(types, samples);
    }

    /** The names of the labels of each metric; without the one that the server adds. */
    Map<String, Set<String>> labels() {
        Map<String, Set<String>> names = new TreeMap<>();
        samples.forEach(sample -> names.computeIfAbsent(sample.name(), name -> new TreeSet<>())
                .addAll(sample.labels().keySet()));
        return names;
    }

    /** The sum of the samples of this name that have all these labels, given as name and value in turn. */
    double sum(String name, String... labels) {
        Map<String, String> wanted = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i += 2) {
            wanted.put(labels[i], labels[i + 1]);
        }
        return samples.stream()
                .filter(sample ->
                        sample.name().equals(name) && sample.labels().entrySet().containsAll(wanted.entrySet()))
                .mapToDouble(Sample::value)
                .sum();
    }

    /** What only grows. */
    Set<Sample> totals() {
        return samples.stream()
                .filter(sample -> sample.name().endsWith("_total"))
                .collect(Collectors.toSet());
    }

    private static List<Matcher> lines(String text, Pattern pattern) {
        return Arrays.stream(text.split("\n", -1))
                .map(pattern::matcher)
                .filter(line -> line.matches()
                        && (line.group(1).startsWith("cache_") || line.group(1).startsWith("alacena_")))
                .toList();
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        if (text != null) {
            LABEL.matcher(text)
                    .results()
                    .filter(label -> !label.group(1).equals("mp_scope"))
                    .forEach(label -> labels.put(label.group(1), label.group(2)));
        }
        return labels;
    }
}
