package dev.alacena.cache.engine;

import dev.alacena.cache.engine.Counters.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The write path: fences around a change, and what becomes of the entries after it. Thread-safe. Nothing here throws
 * because of the store: the application has written, and goes on.
 */
public final class Writes {
    private final Store store;
    private final Link link;
    private final Sending sending;
    private final Locals locals;
    private final Fencing fencing;

    /** How fences are made: their identities, how long one stands whose writer has died, and what sweeps have instead. */
    record Fencing(Supplier<String> tokens, Duration ttl, Sweeps sweeps) {}

    Writes(Store store, Link link, Sending sending, Locals locals, Fencing fencing) {
        this.store = store;
        this.link = link;
        this.sending = sending;
        this.locals = locals;
        this.fencing = fencing;
    }

    /** A new writer; its fences are raised by {@link #raise}. */
    public Fence writer() {
        return new Fence(fencing.tokens().get());
    }

    /** Before a change becomes visible: values go, loads in flight are void, nothing can be stored. */
    public void raise(Fence fence, Changes changes) {
        List<Sent> sent = new ArrayList<>();
        changes.keys().forEach((key, counters) -> {
            boolean again = !fence.first(key);
            sent.add(send(key, counters, () -> store.raise(key, fence.id(), fencing.ttl(), again)));
        });
        changes.tags().forEach(tag -> sent.add(send(tag, () -> store.raiseTag(tag, fence.id(), fencing.ttl()))));
        changes.sweeps().forEach(sweep -> sent.add(sent(sweep, fencing.sweeps().raise(sweep, fence.id()))));
        sent.forEach(this::settle);
        locals.forget(changes);
    }

    /** After a change became visible: all that it touched is loaded anew, or is what {@code updates} say. */
    public void committed(Fence fence, Changes changes, Map<Key, Update> updates) {
        List<Sent> sent = new ArrayList<>();
        changes.keys().forEach((key, counters) -> {
            Update update = updates.get(key);
            sent.add(send(
                    key,
                    counters,
                    () -> update == null ? store.lower(key, fence.id(), null) : leave(fence, update, counters)));
        });
        lowerTags(fence, changes, sent);
        sweep(changes, sent, sweep -> fencing.sweeps().make(sweep, fence.id()));
        sent.forEach(this::settle);
        count(changes, updates.keySet());
        locals.forget(changes);
    }

    /** After a change was taken back. */
    public void rolledBack(Fence fence, Changes changes) {
        List<Sent> sent = new ArrayList<>();
        changes.keys()
                .forEach((key, counters) -> sent.add(send(key, counters, () -> store.lower(key, fence.id(), null))));
        lowerTags(fence, changes, sent);
        changes.sweeps().forEach(sweep -> sent.add(sent(sweep, fencing.sweeps().lower(sweep, fence.id()))));
        sent.forEach(this::settle);
        locals.forget(changes);
    }

    /** When nobody knows whether a change became visible: its fences stay until they expire, and it is swept again then. */
    public void unknown(Changes changes) {
        List<Sent> sent = new ArrayList<>();
        sweep(changes, sent, store::sweep);
        sent.forEach(this::settle);
        count(changes, Set.of());
        locals.forget(changes);
    }

    /** Versions of the tags of an entry that a write is going to leave; null when a writer has fenced one of them. */
    public @Nullable Map<String, Long> versions(Space space, List<String> tags) {
        try {
            Map<String, Long> versions = link.await(
                    () -> store.tags(tags, Tags.timeToLive(space.policy().times()), Duration.ZERO));
            return versions.keySet().containsAll(tags) ? versions : null;
        } catch (Link.UnavailableException e) {
            return null;
        }
    }

    /** What a write leaves; empty for null, and for what cannot be written. */
    public static Optional<Update> update(Request request, Map<String, Long> tags, @Nullable Object value) {
        if (value == null || !request.policy().enabled()) {
            return Optional.empty();
        }
        try {
            byte[] bytes = request.codec().encode(new Entry(value, tags));
            Duration ttl = request.policy().times().ttl();
            return Optional.of(new Update(request.key(), new Store.Value(bytes, ttl)));
        } catch (CodecException e) {
            Filling.unwritable(request, e);
            return Optional.empty();
        }
    }

    private CompletionStage<Boolean> leave(Fence fence, Update update, Counters counters) {
        return store.lower(update.key(), fence.id(), update.value()).whenComplete((stored, failure) -> {
            if (failure == null) {
                Tally.filled(update.key(), counters, stored);
            }
        });
    }

    private void count(Changes changes, Set<Key> updated) {
        Tally tally = sending.tally();
        changes.keys().forEach((key, counters) -> {
            if (!updated.contains(key)) {
                tally.invalidated(new Announcement.OfKey(key), counters);
            }
        });
        changes.tags().forEach(tag -> tally.invalidated(new Announcement.OfTag(tag)));
        changes.sweeps().forEach(sweep -> tally.invalidated(new Announcement.OfSweep(sweep)));
    }

    private void lowerTags(Fence fence, Changes changes, List<Sent> sent) {
        changes.tags().forEach(tag -> sent.add(send(tag, () -> store.lowerTag(tag, fence.id()))));
    }

    private void sweep(Changes changes, List<Sent> sent, Function<Sweep, CompletionStage<Long>> how) {
        changes.sweeps().forEach(sweep -> sent.add(send(new Announcement.OfSweep(sweep), () -> how.apply(sweep))));
    }

    private Sent sent(Sweep sweep, CompletionStage<?> stage) {
        Announcement what = new Announcement.OfSweep(sweep);
        return new Sent(stage, sending.tally().of(what), what);
    }

    /** A command under way, for which cache and what. */
    private record Sent(CompletionStage<?> stage, Counters counters, Announcement what) {}

    private <T> Sent send(Key key, Counters counters, Supplier<? extends CompletionStage<T>> command) {
        return send(new Announcement.OfKey(key), counters, command);
    }

    private <T> Sent send(String tag, Supplier<? extends CompletionStage<T>> command) {
        return send(new Announcement.OfTag(tag), command);
    }

    private <T> Sent send(Announcement what, Supplier<? extends CompletionStage<T>> command) {
        return send(what, sending.tally().of(what), command);
    }

    private <T> Sent send(Announcement what, Counters counters, Supplier<? extends CompletionStage<T>> command) {
        return new Sent(sending.send(what, command), counters, what);
    }

    private void settle(Sent sent) {
        try {
            link.outcome(sent.stage());
        } catch (Link.UnavailableException e) {
            sent.counters().count(Event.FAULT);
            Trace.unsent(sent.what());
        }
    }
}
