package dev.alacena.cache.config;

import dev.alacena.cache.engine.session.SessionRules;
import java.time.Duration;

/** How long sessions live; times that contradict each other are mistakes. */
record SessionSettings(Source source) {
    private static final String IDLE = "alacena.sessions.idle";
    private static final String LONGEST = "alacena.sessions.longest";
    private static final String TOUCH_INTERVAL = "alacena.sessions.touch-interval";

    SessionRules rules() {
        Duration idle = source.duration(IDLE).orElse(Duration.ofMinutes(30));
        Duration longest = source.duration(LONGEST).orElse(Duration.ofHours(12));
        Duration interval = source.duration(TOUCH_INTERVAL).orElse(Duration.ofMinutes(1));
        if (idle.compareTo(longest) > 0) {
            source.problems()
                    .unfit(
                            IDLE,
                            "%s is longer than %s, which is %s".formatted(idle, LONGEST, longest),
                            "make it shorter, or that longer");
        }
        if (interval.compareTo(idle) >= 0) {
            source.problems()
                    .unfit(
                            TOUCH_INTERVAL,
                            "sessions would end between two touches: %s is not shorter than %s, which is %s"
                                    .formatted(interval, IDLE, idle),
                            "make it shorter, a small part of that");
        }
        return new SessionRules(idle, longest, interval);
    }
}
