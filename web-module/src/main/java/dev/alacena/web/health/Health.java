package dev.alacena.web.health;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * How this node is.
 *
 * @param status {@code UP}; {@code DEGRADED} while it serves without Redis; {@code DOWN} without the database
 * @param redis {@code UP}, {@code DOWN}, or {@code OFF} when none is configured
 * @param database {@code UP} or {@code DOWN}
 * @param timestamp when this was found
 */
record Health(String status, String redis, String database, Instant timestamp) {

    static final String UP = "UP";
    static final String DOWN = "DOWN";

    static Health of(String redis, boolean database) {
        String served = redis.equals(DOWN) ? "DEGRADED" : UP;
        return new Health(
                database ? served : DOWN,
                redis,
                database ? UP : DOWN,
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
