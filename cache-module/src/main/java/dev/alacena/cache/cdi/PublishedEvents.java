package dev.alacena.cache.cdi;

import dev.alacena.api.event.Events;
import dev.alacena.cache.engine.event.EventHub;
import dev.alacena.cache.engine.event.Note;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.UUID;

/** Events of the application, after its transactions. Thread-safe. */
@Part
@Typed(Events.class)
class PublishedEvents implements Events {
    private final EventHub hub;
    private final Transactions transactions;

    @Inject
    public PublishedEvents(EventHub hub, Transactions transactions) {
        this.hub = hub;
        this.transactions = transactions;
    }

    @Override
    public void publish(String subject, String type, String data) {
        Note note = new Note(
                UUID.randomUUID().toString(),
                between(1, LONGEST_NAME, "subject", subject),
                between(1, LONGEST_NAME, "type", type),
                between(0, LONGEST_DATA, "data", data));
        transactions.afterCommit(() -> hub.publish(note));
    }

    @Override
    public Follower follow(String subject, long after, Runnable changed) {
        if (after < NOW) {
            throw new IllegalArgumentException("%d is not the number of an event".formatted(after));
        }
        return hub.follow(between(1, LONGEST_NAME, "subject", subject), after, changed);
    }

    private static String between(int least, int most, String what, String text) {
        if (text.length() < least || text.length() > most) {
            throw new IllegalArgumentException(
                    "%s has %d characters; it must have %d to %d".formatted(what, text.length(), least, most));
        }
        return text;
    }
}
