package dev.alacena.benchmark.figure;

import dev.alacena.benchmark.report.Finding;
import java.util.List;

/** One of the figures. */
@FunctionalInterface
public interface Figure {
    List<Finding> measure(Place place) throws Exception;
}
