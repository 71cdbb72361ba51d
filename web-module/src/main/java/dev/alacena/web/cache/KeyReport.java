package dev.alacena.web.cache;

import dev.alacena.api.CachedKey;
import java.time.Duration;

/** A {@link CachedKey} as it is served. */
record KeyReport(String cache, String key, Duration ttl, long size) {

    static KeyReport of(CachedKey of) {
        return new KeyReport(of.cache(), of.key(), of.timeToLive(), of.bytes());
    }
}
