package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The truth of one row: its committed versions, and for each the moment from which a reader that gets it has missed a later
 * one.
 */
final class Row {
    private final long[] nonces;
    private final long[] commits;
    private final BitSet excused = new BitSet();
    private final long[] overtaken;
    private final long[] overtakenForAll;
    private final long[] settled;
    private final Map<Integer, long[]> overtakenByOwn = new HashMap<>();
    private final Set<Long> takenBack = new HashSet<>();

    /** The nonces of the versions from 1 on, and all writes of the row. */
    Row(List<Long> committed, List<Event> writes, Due due) {
        int last = committed.size();
        nonces = new long[last + 1];
        commits = new long[last + 1];
        Arrays.fill(commits, Long.MIN_VALUE);
        overtaken = never(last);
        overtakenForAll = never(last);
        settled = never(last);
        Map<Long, Integer> versions = new HashMap<>();
        for (int version = 1; version <= last; version++) {
            nonces[version] = committed.get(version - 1);
            versions.put(nonces[version], version);
        }
        for (Event write : writes) {
            Integer version = versions.get(write.value().nonce());
            if (version == null) {
                takenBack.add(write.value().nonce());
            } else {
                add(version, write, due);
            }
        }
        spread(overtaken);
        spread(overtakenForAll);
        spread(settled);
        overtakenByOwn.values().forEach(Row::spread);
    }

    private void add(int version, Event write, Due due) {
        commits[version] = Math.max(write.start(), write.mark());
        excused.set(version, due.excused(write));
        // what overtakes a version is a later one
        overtaken[version - 1] = Due.acknowledged(write);
        overtakenForAll[version - 1] = due.of(write);
        settled[version - 1] = due.settled(write);
        overtakenByOwn.computeIfAbsent(write.node(), node -> never(nonces.length - 1))[version - 1] =
                Due.acknowledged(write);
    }

    /** The last committed version. */
    int last() {
        return nonces.length - 1;
    }

    /** Whether this version was committed with this nonce. */
    boolean committed(Event.Value value) {
        return value.version() >= 0 && value.version() <= last() && nonces[value.version()] == value.nonce();
    }

    boolean takenBack(long nonce) {
        return takenBack.contains(nonce);
    }

    /** A moment before the version was committed. */
    long commit(int version) {
        return commits[version];
    }

    /** Whether the invalidation that came with it may have been late. */
    boolean excused(int version) {
        return excused.get(version);
    }

    /** When the first later version was acknowledged. */
    long overtaken(int version) {
        return overtaken[version];
    }

    /** From when on nobody may miss all later versions any more. */
    long overtakenForAll(int version) {
        return overtakenForAll[version];
    }

    /** From when on, after all writing, a later version must be read, whatever became of the call that wrote it. */
    long settled(int version) {
        return settled[version];
    }

    /** When the node itself had first written a later version. */
    long overtakenByOwn(int version, int node) {
        long[] own = overtakenByOwn.get(node);
        return own == null ? Due.NEVER : own[version];
    }

    private static long[] never(int last) {
        long[] times = new long[last + 1];
        Arrays.fill(times, Due.NEVER);
        return times;
    }

    /** Each version is overtaken by all later ones. */
    private static void spread(long[] times) {
        for (int at = times.length - 2; at >= 0; at--) {
            times[at] = Math.min(times[at], times[at + 1]);
        }
    }
}
