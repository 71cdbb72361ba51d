package dev.alacena.benchmark.paired;

/** What a subject does when it is its turn: works for a short while, and says what that cost. */
@FunctionalInterface
public interface Turn {
    Reading take() throws Exception;
}
