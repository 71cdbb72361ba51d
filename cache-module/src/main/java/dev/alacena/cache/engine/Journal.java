package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The invalidations of this node: those that may not have arrived, until they have, and those of the last while, because a
 * server that takes over may not know them. Bounded; what there is no room for becomes one sweep, but for revocations: memory
 * keeps those anyway. Thread-safe.
 */
final class Journal {
    /** Entries before they are joined. */
    static final int MOST = 50_000;

    private static final Announcement.OfSweep ALL = new Announcement.OfSweep(new Sweep.Everything());

    private final Map<Announcement, Noted> recent = new LinkedHashMap<>();
    private final Set<Announcement> lost = new LinkedHashSet<>();
    private final Set<Announcement.OfSweep> lostSweeps = new LinkedHashSet<>();
    private final long period;
    private final Clock clock;
    private volatile boolean anyLost;
    private int most = MOST;
    private long tickets;

    Journal(Duration period, Clock clock) {
        this.period = period.toNanos();
        this.clock = clock;
    }

    /** When it was last sent, and which sending that was. */
    private record Noted(long moment, long ticket) {}

    /** An invalidation is about to be sent; the ticket says which sending. */
    synchronized long begin(Announcement announcement) {
        prune();
        long ticket = ++tickets;
        recent.remove(announcement);
        recent.put(announcement, new Noted(clock.nanos(), ticket));
        if (recent.size() > most) {
            join();
        }
        return ticket;
    }

    /** It was confirmed. */
    synchronized void sent(Announcement announcement, long ticket) {
        if (latest(announcement, ticket)) {
            lost.remove(announcement);
            lostSweeps.remove(announcement);
            anyLost = !lost.isEmpty();
        }
    }

    /** It may not have arrived. */
    synchronized void lost(Announcement announcement, long ticket) {
        if (latest(announcement, ticket)) {
            lost.add(announcement);
            if (announcement instanceof Announcement.OfSweep sweep) {
                lostSweeps.add(sweep);
            }
            anyLost = true;
            if (lost.size() > most) {
                join();
            }
        }
    }

    private boolean latest(Announcement announcement, long ticket) {
        Noted noted = recent.get(announcement);
        return noted == null || noted.ticket() == ticket;
    }

    /** Whether the store may still have what this node has invalidated. */
    boolean withholds(Request request) {
        return anyLost && lost(request);
    }

    /** The same of an entry with these tags. */
    boolean withholds(Map<String, ?> tags) {
        return anyLost && lost(tags.keySet());
    }

    private synchronized boolean lost(Collection<String> tags) {
        return tags.stream().anyMatch(tag -> lost.contains(new Announcement.OfTag(tag)));
    }

    private synchronized boolean lost(Request request) {
        return lost.contains(new Announcement.OfKey(request.key()))
                || lost(request.tags())
                || lostSweeps.stream().anyMatch(one -> one.sweep().matches(request.key()));
    }

    boolean anyUnsent() {
        return anyLost;
    }

    /** How many there are that may not have arrived. */
    synchronized int lost() {
        return lost.size();
    }

    /** What may not have arrived. */
    synchronized List<Announcement> unsent() {
        return List.copyOf(lost);
    }

    /** All of the last while, and what may not have arrived. */
    synchronized List<Announcement> recent() {
        prune();
        Set<Announcement> all = new LinkedHashSet<>(recent.keySet());
        all.addAll(lost);
        return new ArrayList<>(all);
    }

    /** The oldest come first. */
    private void prune() {
        long now = clock.nanos();
        Iterator<Noted> oldest = recent.values().iterator();
        while (oldest.hasNext() && now - oldest.next().moment() > period) {
            oldest.remove();
        }
    }

    private void join() {
        boolean arrived = lost.stream().allMatch(Journal::revokes);
        recent.keySet().removeIf(announcement -> !revokes(announcement));
        lost.removeIf(announcement -> !revokes(announcement));
        lostSweeps.clear();
        most = MOST + Math.max(recent.size(), lost.size());
        recent.put(ALL, new Noted(clock.nanos(), ++tickets));
        if (!arrived) {
            lost.add(ALL);
            lostSweeps.add(ALL);
        }
    }

    private static boolean revokes(Announcement announcement) {
        return announcement instanceof Announcement.OfRevocation;
    }
}
