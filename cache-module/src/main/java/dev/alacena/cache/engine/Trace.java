package dev.alacena.cache.engine;

import dev.alacena.api.CacheLevel;
import dev.alacena.api.MissReason;
import java.lang.System.Logger.Level;

/**
 * Debug lines: one for each hit, miss, fill and invalidation, with the key and never the value. Where the level is off they
 * allocate nothing.
 */
final class Trace {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private Trace() {}

    static boolean on() {
        return LOG.isLoggable(Level.DEBUG);
    }

    static void hit(CacheLevel level, Key key) {
        if (on()) {
            LOG.log(Level.DEBUG, "hit {0} {1}", level, key);
        }
    }

    static void miss(MissReason reason, Key key) {
        if (on()) {
            LOG.log(Level.DEBUG, "miss {0} {1}", reason, key);
        }
    }

    static void fill(Key key) {
        if (on()) {
            LOG.log(Level.DEBUG, "fill {0}", key);
        }
    }

    static void refused(Key key) {
        if (on()) {
            LOG.log(Level.DEBUG, "fill refused {0}", key);
        }
    }

    static void invalidation(Announcement what) {
        if (on()) {
            LOG.log(Level.DEBUG, "invalidate {0}", what);
        }
    }

    static void unsent(Announcement what) {
        if (on()) {
            LOG.log(Level.DEBUG, "not yet invalidated, kept until Redis answers: {0}", what);
        }
    }
}
