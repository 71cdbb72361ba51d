package dev.alacena.history.application;

/** Thrown on purpose, to roll back. */
final class Regret extends RuntimeException {
    private static final long serialVersionUID = 1;
}
