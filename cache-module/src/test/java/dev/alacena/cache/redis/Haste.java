package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Request;
import java.time.Duration;

/** How long a fault of Redis may hold calls up: generous for a busy machine, and far less than without any defence. */
final class Haste {
    private static final int CALLS = 100;

    /** One call: several time-outs of a command and a connection. */
    private static final Duration ONE = Duration.ofSeconds(1);

    /** All of them: half of what they took if each waited for a time-out. */
    private static final Duration ALL = Duration.ofSeconds(5);

    /** Until the cache works again: ten times what is promised. */
    private static final Duration RECOVERY = Duration.ofSeconds(10);

    /** A crowd of calls that come at once: less than half of what its commands would take one after another. */
    static final Duration CROWD = Duration.ofSeconds(3);

    private Haste() {}

    /** A hundred calls of a node whose servers do not answer in time; none fails. */
    static void ofCalls(Node node) {
        Request request = node.request("42");
        Duration all = Duration.ZERO;
        for (int i = 0; i < CALLS; i++) {
            String value = "during " + i;
            Duration one = taken(() -> assertThat(node.read(request, value)).isEqualTo(value));
            assertThat(one).isLessThan(ONE);
            all = all.plus(one);
        }
        assertThat(all).isLessThan(ALL);
    }

    /** A recovery. */
    static void of(Runnable recovery) {
        assertThat(taken(recovery)).isLessThan(RECOVERY);
    }

    private static Duration taken(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
