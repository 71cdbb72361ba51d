package dev.alacena.history.check;

import dev.alacena.history.event.Event;
import dev.alacena.history.event.Kind;

/** How old the answers were: for each read, how long before it the first write that it missed had returned. */
final class Staleness {
    private static final long HUNDRED_MILLIS = 100_000_000;

    private final Group[] groups = {
        new Group("strict, in health"),
        new Group("strict, in and after faults"),
        new Group("bounded, in health"),
        new Group("bounded, in and after faults")
    };

    private static final class Group {
        private final String name;
        private final Histogram stale = new Histogram();
        private long fresh;

        Group(String name) {
            this.name = name;
        }

        String text() {
            long all = fresh + stale.count();
            return all == 0
                    ? "%s: no reads".formatted(name)
                    : "%s: %.4f %% of %,d reads fresh, %.4f %% fresh or at most 100 ms old; stale ones: %s"
                            .formatted(
                                    name,
                                    100.0 * fresh / all,
                                    all,
                                    100.0 * (fresh + stale.within(HUNDRED_MILLIS)) / all,
                                    stale.text());
        }
    }

    void read(Event read, Row row, boolean health) {
        if (read.kind() == Kind.AUDIT) {
            return;
        }
        Group group = groups[(read.shelf().bounded() ? 2 : 0) + (health ? 0 : 1)];
        long missed = row.overtaken(read.version());
        if (missed == Due.NEVER || read.mark() <= missed) {
            group.fresh++;
        } else {
            group.stale.add(read.mark() - missed);
        }
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Group group : groups) {
            text.append("  ").append(group.text()).append('\n');
        }
        return text.toString();
    }
}
