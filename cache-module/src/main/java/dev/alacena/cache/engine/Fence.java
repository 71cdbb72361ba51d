package dev.alacena.cache.engine;

/**
 * The name of one writer's fences.
 *
 * @param id 128 random bits
 */
public record Fence(String id) {}
