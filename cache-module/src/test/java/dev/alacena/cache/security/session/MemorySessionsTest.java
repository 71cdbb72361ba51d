package dev.alacena.cache.security.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.security.UserSessions;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.local.MemorySessions;
import org.junit.jupiter.api.Test;

/** Without a database and without Redis the memory of the node keeps the law. */
class MemorySessionsTest extends SessionsContract {
    private final Sessions.Base base = Site.base(wall);
    private final UserSessions sessions = Sessions.keptBy(new MemorySessions(10_000, base.rules(), wall), base);

    @Override
    UserSessions sessions() {
        return sessions;
    }

    @Override
    Counters counters() {
        return base.counters();
    }

    @Test
    void memoryIsBounded() {
        UserSessions few = Sessions.keptBy(new MemorySessions(10, base.rules(), wall), base);
        for (int i = 0; i < 100; i++) {
            few.begin(ann, BASKET, HOME);
        }
        assertThat(few.of(ann)).hasSizeLessThanOrEqualTo(10);
    }
}
