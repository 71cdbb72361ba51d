package dev.alacena.cache.engine;

import dev.alacena.cache.engine.Counters.Event;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Single operations of code that uses a cache by hand. Thread-safe; none throws because of the store. */
public final class Direct {
    private final Store store;
    private final Link link;
    private final Sending sending;
    private final Locals locals;
    private final Lookups lookups;
    private final Tally tally;

    Direct(Store store, Link link, Sending sending, Locals locals, Lookups lookups) {
        this.store = store;
        this.link = link;
        this.sending = sending;
        this.locals = locals;
        this.lookups = lookups;
        this.tally = sending.tally();
    }

    /** A stored value, which may be null. */
    public record Present(@Nullable Object value) {}

    /** What the levels have. */
    public Optional<Present> get(Request request) {
        Lookup lookup = lookups.look(request);
        if (lookup instanceof Lookup.Hit hit) {
            return Optional.of(new Present(hit.value()));
        }
        lookups.missed(request, ((Lookup.Miss) lookup).reason());
        return Optional.empty();
    }

    /** Stores a value for the time to live of the request's policy. */
    public CompletionStage<Void> put(Request request, @Nullable Object value) {
        if (!request.policy().enabled() || request.view().changed()) {
            return CompletableFuture.completedStage(null);
        }
        Entry entry = new Entry(value, Map.of());
        try {
            Duration ttl = request.policy().ttlOf(entry);
            Store.Value stored = new Store.Value(request.codec().encode(entry), ttl);
            return stored(request, sending.send(of(request), () -> store.put(request.key(), stored)));
        } catch (CodecException e) {
            Filling.unwritable(request, e);
            return CompletableFuture.completedStage(null);
        }
    }

    /** Takes an entry out; whether there was one. */
    public CompletionStage<Boolean> invalidate(Request request) {
        return invalidate(request.key(), request.counters()).thenApply(existed -> existed.orElse(false));
    }

    private CompletionStage<Optional<Boolean>> invalidate(Key key, Counters counters) {
        Announcement announcement = new Announcement.OfKey(key);
        tally.invalidated(announcement, counters);
        return sending.send(announcement, () -> store.invalidate(key)).handle((existed, failure) -> {
            locals.forget(key);
            return fault(counters, failure) ? Optional.empty() : Optional.of(existed);
        });
    }

    /** As {@link #invalidate}, waiting for it. */
    public boolean take(Request request) {
        return taken(request.key(), request.counters()).orElse(false);
    }

    /** The same, of a key; empty when the store has not confirmed it. */
    public Optional<Boolean> taken(Key key, Counters counters) {
        try {
            return link.outcome(invalidate(key, counters));
        } catch (Link.UnavailableException e) {
            return Optional.empty();
        }
    }

    /** Entries that match, so many at most; empty when the store is away. */
    public Optional<List<Store.Listed>> list(Sweep.Names names, int limit) {
        try {
            return Optional.of(link.outcome(link.start(() -> store.list(names, limit))));
        } catch (Link.UnavailableException e) {
            return Optional.empty();
        }
    }

    /** What is left of the time to live of an entry. */
    public Optional<Duration> remaining(Request request) {
        try {
            return link.await(() -> store.remaining(request.key()));
        } catch (Link.UnavailableException e) {
            return Optional.empty();
        }
    }

    /** Takes out what the sweep matches; how many entries there were, 0 when the store is away. */
    public long sweep(Sweep sweep) {
        return swept(sweep).orElse(0);
    }

    /** The same; empty when the store has not confirmed it. */
    public OptionalLong swept(Sweep sweep) {
        Announcement announcement = new Announcement.OfSweep(sweep);
        Counters counters = tally.of(announcement);
        try {
            tally.invalidated(announcement, counters);
            return OptionalLong.of(link.outcome(sending.send(announcement, () -> store.sweep(sweep))));
        } catch (Link.UnavailableException e) {
            counters.count(Event.FAULT);
            return OptionalLong.empty();
        } finally {
            locals.forget(sweep);
        }
    }

    /** Invalidates tags; whether the store has confirmed all of it. */
    public boolean invalidateTags(List<String> tags) {
        Map<Announcement, CompletionStage<Void>> sent = new LinkedHashMap<>();
        for (String tag : tags) {
            Announcement announcement = new Announcement.OfTag(tag);
            tally.invalidated(announcement);
            sent.put(announcement, sending.send(announcement, () -> store.invalidateTags(List.of(tag))));
        }
        boolean all = true;
        for (Map.Entry<Announcement, CompletionStage<Void>> one : sent.entrySet()) {
            all &= settle(one.getKey(), one.getValue());
        }
        locals.forgetTags(tags);
        return all;
    }

    private boolean settle(Announcement announcement, CompletionStage<?> stage) {
        try {
            link.outcome(stage);
            return true;
        } catch (Link.UnavailableException e) {
            tally.of(announcement).count(Event.FAULT);
            return false;
        }
    }

    /** As {@link #put}, waiting for it. */
    public void store(Request request, @Nullable Object value) {
        try {
            link.outcome(put(request, value));
        } catch (Link.UnavailableException e) {
            request.counters().count(Event.FAULT);
        }
    }

    private CompletionStage<Void> stored(Request request, CompletionStage<Boolean> stage) {
        return stage.handle((done, failure) -> {
                    locals.forget(request.key());
                    if (!fault(request.counters(), failure)) {
                        Tally.filled(request.key(), request.counters(), done);
                    }
                    return request;
                })
                .thenAccept(counted -> {});
    }

    private static Announcement of(Request request) {
        return new Announcement.OfKey(request.key());
    }

    private static boolean fault(Counters counters, @Nullable Throwable failure) {
        if (failure != null) {
            counters.count(Event.FAULT);
        }
        return failure != null;
    }
}
