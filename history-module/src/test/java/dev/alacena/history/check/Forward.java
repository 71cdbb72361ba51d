package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Shelf;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * P4: on one node versions never go backwards: a read that begins after another has ended does not find less. Versions
 * whose invalidation may have been late do not count; P1 and P3 say from when on they do.
 */
final class Forward implements Promise {
    private final Map<Place, Seen> seen = new HashMap<>();
    private final Findings findings;
    private final Loads loads;

    Forward(Findings findings, Loads loads) {
        this.loads = loads;
        this.findings = findings;
    }

    /** One row in one cache of one node. */
    private record Place(int node, Shelf shelf, int row) {}

    @Override
    public void read(Event read, Row row) {
        Place place = new Place(read.node(), read.shelf(), read.row());
        Seen before = seen.computeIfAbsent(place, fresh -> new Seen());
        int known = before.until(read.mark());
        if (known > read.version()) {
            findings.add("P4", "version went backwards", read, () -> "version %d had been read before; %s"
                    .formatted(known, loads.origin(read)));
        }
        if (!row.excused(read.version())) {
            before.add(read.end(), read.version());
        }
    }

    /** The highest version that had been read by a moment. */
    private static final class Seen {
        private long[] ends = new long[4];
        private int[] versions = new int[4];
        private int size;

        void add(long end, int version) {
            if (size > 0 && versions[size - 1] >= version) {
                return;
            }
            if (size == ends.length) {
                ends = Arrays.copyOf(ends, 2 * size);
                versions = Arrays.copyOf(versions, 2 * size);
            }
            ends[size] = end;
            versions[size++] = version;
        }

        int until(long moment) {
            int at = size;
            // a read is rarely much older than the last one
            while (at > 0 && ends[at - 1] >= moment) {
                at--;
            }
            return at == 0 ? -1 : versions[at - 1];
        }
    }
}
