package dev.alacena.history.application;

/** A row of the database: what is cached. */
record Item(int row, int version, long nonce) {}
