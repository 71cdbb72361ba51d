package dev.alacena.benchmark.paired;

/** One of those that are compared. */
public record Subject(String name, Turn turn) {}
