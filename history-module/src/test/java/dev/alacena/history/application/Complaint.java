package dev.alacena.history.application;

/** Thrown on purpose; a checked exception does not roll back. */
final class Complaint extends Exception {
    private static final long serialVersionUID = 1;
}
