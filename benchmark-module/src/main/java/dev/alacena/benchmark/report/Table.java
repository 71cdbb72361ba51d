package dev.alacena.benchmark.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All findings, as Markdown. */
public record Table(List<Finding> findings) {
    public String text() {
        return Stream.concat(
                        Stream.of("| what | measured | bound | | note |", "| --- | --- | --- | --- | --- |"),
                        findings.stream().map(Finding::row))
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
