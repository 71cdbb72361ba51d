package dev.alacena.launcher;

/** Why nothing is served: what happened, where, and how to mend it, ready to be printed. */
final class LaunchFailure extends Exception {

    private static final long serialVersionUID = 1L;

    LaunchFailure(String message) {
        super(message);
    }

    LaunchFailure(String message, Throwable cause) {
        super(message + ": " + (cause.getMessage() == null ? cause : cause.getMessage()), cause);
    }
}
