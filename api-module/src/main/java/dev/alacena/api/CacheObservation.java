package dev.alacena.api;

import java.util.List;

/**
 * Watches what the calls of one thread find in the caches, from {@link Caches#observe} until it is closed. Observations
 * may be nested: the outer one also sees what the inner one sees. What other threads do is not seen, and so not the loads of
 * asynchronous methods. Used by one thread, but may be closed by any.
 */
public interface CacheObservation extends AutoCloseable {

    /** The reads so far, in their order; the first {@value #MOST} of them. */
    List<CacheRead> reads();

    /** Watches no longer. */
    @Override
    void close();

    /** How many reads are kept. */
    int MOST = 64;
}
