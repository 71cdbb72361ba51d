package dev.alacena.benchmark.paired;

/** What is measured, once. */
@FunctionalInterface
public interface Operation {
    void run() throws Exception;
}
