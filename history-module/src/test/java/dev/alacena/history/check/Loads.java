package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The loads of a run, by cache and row and in the order of their starts. */
final class Loads {
    private final Map<Place, List<Event>> loads = new HashMap<>();

    /** A row in a cache. */
    record Place(Shelf shelf, int row) {
        static Place of(Event event) {
            return new Place(event.shelf(), event.row());
        }
    }

    Loads(List<Event> changes) {
        for (Event change : changes) {
            if (change.kind().isLoad()) {
                loads.computeIfAbsent(Place.of(change), place -> new ArrayList<>())
                        .add(change);
            }
        }
        loads.values().forEach(some -> some.sort(Comparator.comparingLong(Event::start)));
    }

    void each(BiConsumer<Place, List<Event>> consumer) {
        loads.forEach(consumer);
    }

    /** Where what was read comes from, as far as one can tell: the last load that brought it. */
    String origin(Event read) {
        return loads.getOrDefault(Place.of(read), List.of()).stream()
                .filter(load -> load.value().equals(read.value()) && load.start() <= read.end())
                .reduce((earlier, later) -> later)
                .map(load -> "%s, begun %.1f ms before it ran".formatted(load, (load.start() - load.mark()) / 1e6))
                .map(load -> "last brought by " + load)
                .orElse("never loaded");
    }
}
