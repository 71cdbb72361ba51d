package dev.alacena.cache.engine;

import dev.alacena.cache.engine.Counters.Event;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
            sent.add(new Sent(store.raise(key, fence.id(), fencing.ttl()), counters, key));
            counters.count(Event.INVALIDATION);
        });
        sendTags(changes, sent);
        sent.forEach(this::settle);
        locals.forget(changes);
    }

    /** After a change became visible: all that it touched is loaded anew, or is what {@code updates} say. */
    public void committed(Fence fence, Changes changes, Map<Key, Update> updates) {
        List<Sent> sent = new ArrayList<>();
        changes.keys().forEach((key, counters) -> {
            Store.Value value = value(updates.get(key));
            sent.add(new Sent(store.lower(key, fence.id(), value), counters, key));
        });
        sendTags(changes, sent);
        changes.sweeps().forEach(sweep -> sent.add(new Sent(store.sweep(sweep), null, sweep)));
        sent.forEach(this::settle);
        locals.forget(changes);
    }

    /** After a change was taken back. */
    public void rolledBack(Fence fence, Changes changes) {
        List<Sent> sent = new ArrayList<>();
        changes.keys()
                .forEach((key, counters) -> sent.add(new Sent(store.lower(key, fence.id(), null), counters, key)));
        sent.forEach(this::settle);
        locals.forget(changes);
    }

    /** Versions of the tags of an entry that a write is going to leave; null when the store does not tell. */
    public @Nullable Map<String, Long> versions(Space space, List<String> tags) {
        try {
            return link.await(store.tags(tags, Tags.timeToLive(space.policy().times())));
        } catch (Link.UnavailableException e) {
            return null;
        }
    }

    private void sendTags(Changes changes, Collection<Sent> sent) {
        if (!changes.tags().isEmpty()) {
            sent.add(new Sent(store.invalidateTags(List.copyOf(changes.tags())), null, changes.tags()));
        }
    }

    private static Store.@Nullable Value value(@Nullable Update update) {
        if (update == null
                || update.value() == null
                || !update.request().policy().enabled()) {
            return null;
        }
        Request request = update.request();
        try {
            byte[] bytes = request.codec().encode(new Entry(update.value(), update.tags()));
            return new Store.Value(bytes, request.policy().times().ttl());
        } catch (CodecException e) {
            Filling.unwritable(request, e);
            return null;
        }
    }

    /** A command under way, for which cache and what. */
    private record Sent(CompletionStage<?> stage, @Nullable Counters counters, Object what) {}

    private void settle(Sent sent) {
        try {
            if (sent.what() instanceof Sweep) {
                link.await(sent.stage(), Direct.SWEEP_LIMIT);
            } else {
                link.await(sent.stage());
            }
            LOG.log(Level.DEBUG, "invalidated {0}", sent.what());
        } catch (Link.UnavailableException e) {
            if (sent.counters() != null) {
                sent.counters().count(Event.FAULT);
            }
            LOG.log(Level.WARNING, "Not invalidated: {0}; Redis does not answer", sent.what());
        }
    }
}
