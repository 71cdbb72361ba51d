package dev.alacena.history.check;

/** A version that was committed, as the database tells it after the run. */
public record Commit(int row, int version, long nonce) {}
