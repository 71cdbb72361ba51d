package dev.alacena.history.check;

import dev.alacena.history.event.Event;

/** A promise that an event breaks, and in what way. */
public record Violation(String promise, String kind, Event event, String detail) {

    String name() {
        return promise + " " + kind;
    }

    @Override
    public String toString() {
        return "%s: %s; %s".formatted(name(), event, detail);
    }
}
