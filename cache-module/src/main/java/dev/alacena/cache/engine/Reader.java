package dev.alacena.cache.engine;

import dev.alacena.api.CacheLevel;
import dev.alacena.api.MissReason;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Looks for an answer in level 1, then in level 2. Thread-safe. */
final class Reader {
    private final Near near;
    private final Store store;
    private final Link link;
    private final Journal journal;
    private final Clock clock;

    Reader(Near near, Store store, Link link, Journal journal, Clock clock) {
        this.near = near;
        this.store = store;
        this.link = link;
        this.journal = journal;
        this.clock = clock;
    }

    Lookup lookup(Request request, @Nullable Approach approach) {
        if (journal.withholds(request)) {
            return withheld();
        }
        if (!request.policy().near()) {
            return ask(request, Near.Seat.NONE, approach);
        }
        Near.Copy copy = near.find(request.key());
        if (copy != null) {
            MissReason refusal = refusal(request, copy.tags());
            if (refusal != null) {
                return new Lookup.Miss(refusal, Near.Seat.NONE, null);
            }
            try {
                Lookup.Life life = new Lookup.Life(copy.since(), copy.ttl());
                return new Lookup.Hit(restore(request, copy).value(), CacheLevel.LEVEL_1, life);
            } catch (CodecException e) {
                near.drop(request.key());
            }
        }
        Near.Seat seat = near.reserve(request.policy(), request.key());
        if (journal.withholds(request)) {
            // a write that did not arrive meanwhile has not taken this seat away
            return withheld();
        }
        Lookup lookup = ask(request, seat, approach);
        return lookup instanceof Lookup.Miss miss ? anew(request, miss) : lookup;
    }

    /** The store has not heard of what this node knows. */
    private static Lookup withheld() {
        return new Lookup.Miss(MissReason.UNAVAILABLE, Near.Seat.NONE, null);
    }

    /** Why this caller must not have an entry with these tags, which it need not have foreseen; null if it may. */
    private @Nullable MissReason refusal(Request request, Map<String, Long> tags) {
        if (request.view().wrote(tags)) {
            return MissReason.BYPASS;
        }
        return journal.withholds(tags) ? MissReason.UNAVAILABLE : null;
    }

    /** What level 2 has no more, or cannot tell, is not answered from a copy that came in meanwhile. */
    private Lookup anew(Request request, Lookup.Miss miss) {
        near.drop(request.key());
        return new Lookup.Miss(miss.reason(), near.reserve(request.policy(), request.key()), miss.rejected());
    }

    /** What level 1 holds for a request of a caller that has changed nothing. */
    Near.@Nullable Held held(Request request) {
        return request.view().changed() ? null : near.hold(request.key());
    }

    /** Lets level 1 have what level 2 has certainly had since a moment, for what is left of its time. */
    void keep(Request request, Near.Seat seat, Entry entry, Kept kept) {
        if (request.policy().near()) {
            Object held = request.codec().immutable() ? entry : kept.bytes();
            Duration most = request.policy().ttlOf(entry);
            Duration ttl = kept.ttl().compareTo(most) < 0 ? kept.ttl() : most;
            near.fill(request.key(), seat, new Near.Copy(held, entry.tags(), kept.since(), ttl));
        }
    }

    /** An entry as level 2 has it. */
    record Kept(byte[] bytes, long since, Duration ttl) {}

    private static Entry restore(Request request, Near.Copy copy) throws CodecException {
        return copy.held() instanceof Entry entry ? entry : request.codec().decode((byte[]) copy.held());
    }

    private Lookup ask(Request request, Near.Seat seat, @Nullable Approach approach) {
        Store.@Nullable Found found = null;
        try {
            long since = clock.nanos();
            found = link.await(() -> {
                CompletionStage<Store.Found> read = store.read(request.key(), request.tags());
                return approach == null ? read : read.thenCompose(approach::found);
            });
            byte[] bytes = found.bytes();
            if (bytes == null) {
                return new Lookup.Miss(MissReason.COLD, seat, null);
            }
            if (found.outdated()) {
                return new Lookup.Miss(MissReason.INVALIDATED, seat, found.stored());
            }
            Entry entry = request.codec().decode(bytes);
            MissReason refusal = refusal(request, entry.tags());
            if (refusal != null) {
                return new Lookup.Miss(refusal, seat, null);
            }
            Store.Found known = knowing(request, entry, found);
            if (known.outdated() || !Arrays.equals(known.stored(), found.stored())) {
                return new Lookup.Miss(MissReason.INVALIDATED, seat, found.stored());
            }
            if (!Tags.current(entry.tags(), known.tags())) {
                return new Lookup.Miss(MissReason.TAG, seat, found.stored());
            }
            keep(request, seat, entry, new Kept(bytes, since, found.remaining()));
            return new Lookup.Hit(entry.value(), CacheLevel.LEVEL_2, new Lookup.Life(since, found.remaining()));
        } catch (Link.UnavailableException e) {
            return new Lookup.Miss(MissReason.UNAVAILABLE, seat, null);
        } catch (CodecException e) {
            request.counters().count(Counters.Event.FAULT);
            return new Lookup.Miss(MissReason.UNDECODABLE, seat, found == null ? null : found.stored());
        }
    }

    /** What was found, with all that is known of the entry's tags; asks again if the caller did not foresee them. */
    private Store.Found knowing(Request request, Entry entry, Store.Found found) throws Link.UnavailableException {
        Set<String> tags = entry.tags().keySet();
        return request.tags().containsAll(tags) ? found : link.await(() -> store.read(request.key(), tags));
    }
}
