package dev.alacena.cache.engine.event;

import dev.alacena.api.event.Event;
import dev.alacena.api.event.Events;
import dev.alacena.cache.engine.event.EventStore.Numbered;
import dev.alacena.cache.engine.event.EventStore.Turn;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The last events that the store keeps, as far as this node has heard them, and who follows them. Whoever follows reads here,
 * old events and new ones alike, so there is neither a gap nor a double between the two. Thread-safe.
 */
final class EventLog {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private final int most;

    /** By number, modulo its length, which is none before the first use; null for an event that was sent twice. */
    private @Nullable Numbered[] ring = {};

    private final Set<String> ids = new HashSet<>();
    private final Map<String, List<Reading>> readings = new HashMap<>();

    /** Everything after this number and up to the position is here. */
    private long floor;

    private long position = EventStore.START;

    /** The event there; null when it is not known. */
    private @Nullable Numbered newest;

    /** Turns that were asked for, and the last of them that is complete. */
    private long asked;

    private long completed;

    /** How often events were lost. */
    private int losses;

    private boolean begun;

    EventLog(int most) {
        this.most = most;
    }

    /** The last number that was heard. */
    synchronized long position() {
        return position;
    }

    /** The same for the next turn; there is one at a time. */
    synchronized long ask() {
        asked++;
        return position;
    }

    /** Whether this node has heard what there was. */
    synchronized boolean begun() {
        return begun;
    }

    /** Someone who follows, and how far. */
    private final class Reading implements Events.Follower {
        private final String subject;
        private final Runnable changed;
        private long reached;
        private int lossesSeen;
        private boolean started;

        /** The last turn that can have been asked for before this joined. */
        private long joined;

        Reading(String subject, long after, Runnable changed) {
            this.subject = subject;
            this.reached = after;
            this.changed = changed;
        }

        @Override
        public Events.Batch next(int wanted) {
            if (wanted < 1) {
                throw new IllegalArgumentException("%d events at most are none".formatted(wanted));
            }
            synchronized (EventLog.this) {
                return begun ? read(wanted) : new Events.Batch(Events.NOW, false, List.of());
            }
        }

        private Events.Batch read(int wanted) {
            start();
            if (isAhead() && lossesSeen == losses) {
                return new Events.Batch(reached, false, List.of());
            }
            boolean gap = lossesSeen < losses || reached < floor || reached > position;
            if (gap) {
                reached = Math.max(floor, Math.min(reached, position));
                lossesSeen = losses;
            }
            List<Event> next = new ArrayList<>();
            while (reached < position && next.size() < wanted) {
                reached++;
                event(ring[slot(reached)]).ifPresent(next::add);
            }
            return new Events.Batch(reached, gap, next);
        }

        private void start() {
            if (!started) {
                started = true;
                joined = asked;
                // whoever had seen nothing cannot know what has been and gone
                lossesSeen = reached == EventStore.START ? losses - 1 : losses;
                reached = reached == Events.NOW ? position : reached;
            }
        }

        /** Another node has told more than this one has heard; the next turn shows whether it was so. */
        private boolean isAhead() {
            return reached > position && completed <= joined;
        }

        private Optional<Event> event(@Nullable Numbered heard) {
            return Optional.ofNullable(heard)
                    .filter(event -> event.note().subject().equals(subject))
                    .map(event -> new Event(
                            event.number(),
                            subject,
                            event.note().type(),
                            event.note().data()));
        }

        void wake() {
            try {
                changed.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.log(Level.WARNING, "A follower of events has failed, and is told nothing more", e);
                close();
            }
        }

        @Override
        public void close() {
            synchronized (EventLog.this) {
                readings.computeIfPresent(subject, (name, all) -> {
                    all.remove(this);
                    return all.isEmpty() ? null : all;
                });
            }
        }
    }

    Events.Follower join(String subject, long after, Runnable changed) {
        Reading reading = new Reading(subject, after, changed);
        synchronized (this) {
            if (begun) {
                reading.start();
            }
            readings.computeIfAbsent(subject, name -> new ArrayList<>()).add(reading);
        }
        return reading;
    }

    /** What a turn from the position on has brought; whether there is more to ask for. */
    boolean heard(Turn turn) {
        Set<Reading> told = new LinkedHashSet<>();
        boolean more = heard(turn, told);
        told.forEach(Reading::wake);
        return more;
    }

    private synchronized boolean heard(Turn turn, Set<Reading> told) {
        if (ring.length == 0) {
            ring = new Numbered[most];
        }
        if (turn.last() < position || contradicts(turn)) {
            lost(turn.last(), told);
            return true;
        }
        turn.events().forEach(event -> heard(event, told));
        if (!turn.complete()) {
            return true;
        }
        if (position < turn.last()) {
            lost(turn.last(), told);
        }
        completed = asked;
        readings.values()
                .forEach(all ->
                        all.stream().filter(one -> one.reached > position).forEach(told::add));
        if (!begun) {
            begun = true;
            readings.values().forEach(all -> all.forEach(Reading::start));
            everyone(told);
        }
        return false;
    }

    /** A primary that did not have the last events has taken over, and has given their numbers to others. */
    private boolean contradicts(Turn turn) {
        return newest != null
                && turn.events().stream().anyMatch(event -> event.number() == position && !event.equals(newest));
    }

    private void heard(Numbered event, Set<Reading> told) {
        if (event.number() == position && newest == null) {
            newest = event;
        }
        if (event.number() <= position) {
            return;
        }
        if (position == EventStore.START) {
            first(event.number());
        } else if (event.number() != position + 1) {
            lost(event.number() - 1, told);
        }
        position = event.number();
        newest = event;
        boolean unknown = ids.add(event.note().id());
        Numbered oldest = ring[slot(position)];
        if (oldest != null) {
            ids.remove(oldest.note().id());
        }
        ring[slot(position)] = unknown ? event : null;
        floor = Math.max(floor, position - most);
        if (unknown) {
            told.addAll(readings.getOrDefault(event.note().subject(), List.of()));
        }
    }

    /** Nothing was there, so those who have seen that miss nothing: numbers begin anywhere. */
    private void first(long number) {
        floor = number - 1;
        readings.values().forEach(all -> all.stream()
                .filter(one -> one.started && one.reached == EventStore.START)
                .forEach(one -> one.reached = floor));
    }

    /** Whatever came up to this number is not known, and what is here may be something else in the store. */
    private void lost(long number, Set<Reading> told) {
        position = number;
        floor = number;
        newest = null;
        Arrays.fill(ring, null);
        ids.clear();
        if (begun) {
            LOG.log(
                    Level.INFO,
                    "Redis has lost events, or had too many of them at once; their followers are told of a gap");
            losses++;
            everyone(told);
        }
    }

    private void everyone(Set<Reading> told) {
        readings.values().forEach(told::addAll);
    }

    private int slot(long number) {
        return (int) (number % most);
    }
}
