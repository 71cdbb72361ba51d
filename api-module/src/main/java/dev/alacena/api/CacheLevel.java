package dev.alacena.api;

/** Where an answer came from. */
public enum CacheLevel {
    /** The near cache: memory of this node. */
    LEVEL_1,
    /** Redis or Valkey; without one, the in-memory store of this node. */
    LEVEL_2
}
