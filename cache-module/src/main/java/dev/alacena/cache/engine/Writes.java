package dev.alacena.cache.engine;

import dev.alacena.cache.engine.Counters.Event;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The write path: fences around a change, and what becomes of the entries after it. Thread-safe. Nothing here throws
 * because of the store: the application has written, and goes on.
 */
public final class Writes {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private final Store store;
    private final Link link;
    private final Locals locals;
    private final Fencing fencing;

    /** How fences are made: their identities, and how long one stands whose writer has died. */
    record Fencing(Supplier<String> tokens, Duration ttl) {}

    Writes(Store store, Link link, Locals locals, Fencing fencing) {
        this.store = store;
        this.link = link;
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
            sent.add(send(() -> store.raise(key, fence.id(), fencing.ttl()), counters, key));
            counters.count(Event.INVALIDATION);
        });
        changes.tags()
                .forEach(tag ->
                        sent.add(send(() -> store.raiseTag(tag, fence.id(), fencing.ttl()), null, "tag " + tag)));
        sent.forEach(this::settle);
        locals.forget(changes);
    }

    /** After a change became visible: all that it touched is loaded anew, or is what {@code updates} say. */
    public void committed(Fence fence, Changes changes, Map<Key, Update> updates) {
        List<Sent> sent = new ArrayList<>();
        changes.keys().forEach((key, counters) -> {
            Update update = updates.get(key);
            sent.add(send(() -> store.lower(key, fence.id(), update == null ? null : update.value()), counters, key));
        });
        lowerTags(fence, changes, sent);
        sweep(changes, sent);
        sent.forEach(this::settle);
        locals.forget(changes);
    }

    /** After a change was taken back. */
    public void rolledBack(Fence fence, Changes changes) {
        List<Sent> sent = new ArrayList<>();
        changes.keys()
                .forEach((key, counters) -> sent.add(send(() -> store.lower(key, fence.id(), null), counters, key)));
        lowerTags(fence, changes, sent);
        sent.forEach(this::settle);
        locals.forget(changes);
    }

    /** When nobody knows whether a change became visible: its fences stay until they expire. */
    public void unknown(Changes changes) {
        List<Sent> sent = new ArrayList<>();
        sweep(changes, sent);
        sent.forEach(this::settle);
        locals.forget(changes);
    }

    /** Versions of the tags of an entry that a write is going to leave; null when a writer has fenced one of them. */
    public @Nullable Map<String, Long> versions(Space space, List<String> tags) {
        try {
            Map<String, Long> versions = link.await(
                    () -> store.tags(tags, Tags.timeToLive(space.policy().times())));
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

    private void lowerTags(Fence fence, Changes changes, List<Sent> sent) {
        changes.tags().forEach(tag -> sent.add(send(() -> store.lowerTag(tag, fence.id()), null, "tag " + tag)));
    }

    private void sweep(Changes changes, List<Sent> sent) {
        changes.sweeps().forEach(sweep -> sent.add(send(() -> store.sweep(sweep), null, sweep)));
    }

    /** A command under way, for which cache and what. */
    private record Sent(CompletionStage<?> stage, @Nullable Counters counters, Object what) {}

    private <T> Sent send(Supplier<? extends CompletionStage<T>> command, @Nullable Counters counters, Object what) {
        return new Sent(link.start(command), counters, what);
    }

    private void settle(Sent sent) {
        try {
            link.await(sent::stage, sent.what() instanceof Sweep ? Direct.SWEEP_LIMIT : link.limit());
            LOG.log(Level.DEBUG, "invalidated {0}", sent.what());
        } catch (Link.UnavailableException e) {
            if (sent.counters() != null) {
                sent.counters().count(Event.FAULT);
            }
            LOG.log(Level.WARNING, "Not invalidated: {0}; Redis does not answer", sent.what());
        }
    }
}
