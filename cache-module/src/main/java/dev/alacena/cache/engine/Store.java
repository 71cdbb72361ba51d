package dev.alacena.cache.engine;

import dev.alacena.api.ServerStatistics;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Level 2: entries, and beside each, while somebody loads or writes it, one lease and the fences of its writers. Every
 * operation on a key is atomic. A stage fails when the store is out of reach; nothing else is promised then.
 *
 * @see <a href="https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala">leases: Nishtala et
 *     al., NSDI 2013</a>
 */
public interface Store extends AutoCloseable {

    /**
     * What a plain read found.
     *
     * @param bytes of the entry; null when there is none
     * @param stored the entry as the store has it, which tells it from the same bytes stored at another time; null when there
     *     is none
     * @param remaining of its time to live, rounded down; zero when unknown
     * @param tags current versions of those tags asked for that exist
     * @param outdated whether this node knows of an invalidation that is younger than the entry, which a failover has
     *     brought back
     */
    record Found(
            byte @Nullable [] bytes,
            byte @Nullable [] stored,
            Duration remaining,
            Map<String, Long> tags,
            boolean outdated) {}

    /**
     * The answer to a loader that wants to own a key.
     *
     * @param lately whether the key is known to have been invalidated lately
     */
    record Claim(Answer answer, boolean lately) {}

    /** What may be done. */
    enum Answer {
        /** The lease is the caller's. */
        GRANTED,
        /** There is a value now. */
        FILLED,
        /** Another loader is at work. */
        HELD,
        /** A writer is at work: load, and store nothing. */
        FENCED,
        /** The key was invalidated since the loader's view of the database may have begun: load, and store nothing. */
        OUTDATED
    }

    /**
     * What a loader asks for.
     *
     * @param token 128 random bits, new for each load
     * @param ttl of the lease
     * @param rejected {@link Found#stored} of what the caller has read and refused: that counts as absent
     * @param age since when the loader's view of the database may be, such as the snapshot of its transaction; zero for one
     *     that begins with the load
     */
    record Lease(String token, Duration ttl, byte @Nullable [] rejected, Duration age) {}

    /** Bytes to be stored, for how long. */
    record Value(byte[] bytes, Duration ttl) {}

    /**
     * An entry that is there.
     *
     * @param key in one of its formats
     * @param remaining of its time to live
     * @param bytes of the value
     */
    record Listed(Key key, Duration remaining, long bytes) {}

    /** One read, one round trip, also with tags. */
    CompletionStage<Found> read(Key key, Collection<String> tags);

    /** Asks for the lease of a key. */
    CompletionStage<Claim> claim(Key key, Lease lease);

    /** Stores a value if the lease is still the token's; whether it was. */
    CompletionStage<Boolean> fill(Key key, String token, Value value);

    /** Gives a lease back; whether it was still the token's. */
    CompletionStage<Boolean> abandon(Key key, String token);

    /** Stores a value whatever there is, and voids leases; false, and nothing is stored, while a fence stands. */
    CompletionStage<Boolean> put(Key key, Value value);

    /** Takes the value out and voids leases; whether there was a value. */
    CompletionStage<Boolean> invalidate(Key key);

    /** As {@link #invalidate}; then no lease is granted until the fence is lowered or {@code ttl} is over. */
    default CompletionStage<Boolean> raise(Key key, String fence, Duration ttl) {
        return raise(key, fence, ttl, false);
    }

    /** The same; where the writer has raised it before, a fence that is gone since counts as one that stood beside another. */
    CompletionStage<Boolean> raise(Key key, String fence, Duration ttl, boolean again);

    /**
     * Takes a fence down, value and leases with it. Stores {@code value}, when there is one, if this fence stood all the
     * time and none beside it; whether it did.
     */
    CompletionStage<Boolean> lower(Key key, String fence, @Nullable Value value);

    /** What is left of the time to live of an entry; empty when there is none. */
    CompletionStage<Optional<Duration>> remaining(Key key);

    /**
     * The versions of these tags, made at random where missing; they stay for {@code ttl} at least. Tags behind a fence are
     * left out, and those invalidated within the {@code age} of the loader's view.
     */
    CompletionStage<Map<String, Long>> tags(Collection<String> tags, Duration ttl, Duration age);

    /** Forgets the versions of these tags: entries that carry them count as invalidated. */
    CompletionStage<Void> invalidateTags(List<String> tags);

    /** As {@link #invalidateTags}; then the tag has no version until the fence is lowered or {@code ttl} is over. */
    CompletionStage<Boolean> raiseTag(String tag, String fence, Duration ttl);

    /** Takes the fence of a tag down, and forgets its version. */
    CompletionStage<Boolean> lowerTag(String tag, String fence);

    /**
     * Takes out, with their leases, the entries that the sweep matches, in bounded steps, each until nothing loaded before
     * this call began can be left; how many entries there were.
     */
    CompletionStage<Long> sweep(Sweep sweep);

    /**
     * Entries that match, ordered by key, so many at most; found in bounded steps. One that is there all the time is found,
     * unless there are too many.
     */
    CompletionStage<List<Listed>> list(Sweep.Names names, int limit);

    /**
     * Records that a writer is going to sweep. If it is not lowered by the end of {@code ttl}, a listener is told to make that
     * sweep. Raised again, it begins anew.
     */
    CompletionStage<Void> raiseSweep(Sweep sweep, String fence, Duration ttl);

    /** Forgets the record: the writer has swept, or was taken back. */
    CompletionStage<Void> lowerSweep(Sweep sweep, String fence);

    /** Tells from now on what is invalidated; to be called once for each node. */
    void listen(Listener listener);

    /** Asks for something small, to see whether the store answers. */
    CompletionStage<?> probe();

    /** The copy of the revocations in this store. */
    RevocationCopy revocations();

    /** What the server tells of itself; waits for it, within the time-out. */
    ServerStatistics server();

    /** How the entry of a key is called in the store. */
    String name(Key key);

    /** The key of an entry that is called so; empty where none can be. */
    Optional<Key> key(String name);

    @Override
    void close();
}
