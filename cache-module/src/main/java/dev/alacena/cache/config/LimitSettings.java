package dev.alacena.cache.config;

import dev.alacena.cache.address.Forwarding;
import dev.alacena.cache.address.Proxies;
import dev.alacena.cache.engine.Throttle;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings of rate limits, {@code alacena.rate-limits.*}. */
record LimitSettings(Source source) {
    private static final String ROOT = "alacena.rate-limits.";
    private static final Duration PER = Duration.ofMinutes(1);
    private static final long MOST = 1_000_000;
    private static final Pattern OF_LIMITS = Pattern.compile("alacena\\.rate-limits\\.([A-Za-z0-9._-]+)\\."
            + "(permits|per|free-failures|first-delay|longest-delay|forget-after)");

    /** Whether a setting is one of a limit; which limits code names, nobody knows. */
    static boolean known(String name) {
        return OF_LIMITS.matcher(name).matches();
    }

    /** Reads all that are given, so that a mistake is told at deployment and not when the limit is first asked for. */
    void check() {
        for (String name : source.config().getPropertyNames()) {
            Matcher setting = OF_LIMITS.matcher(name);
            if (setting.matches()) {
                bucket(setting.group(1), null);
                delay(setting.group(1));
            }
        }
    }

    Proxies proxies() {
        return new Proxies(
                source.networks(ROOT + "trusted-proxies").orElse(List.of()),
                source.choice(ROOT + "forwarded-header", Forwarding.class, "x-forwarded-for or forwarded")
                        .orElse(Forwarding.X_FORWARDED_FOR));
    }

    Optional<Throttle.Bucket> bucket(String limit, Throttle.@Nullable Bucket annotated) {
        Optional<Throttle.Bucket> said = Optional.ofNullable(annotated);
        Optional<Long> permits =
                source.number(name(limit, "permits"), 1, MOST).or(() -> said.map(Throttle.Bucket::permits));
        Duration per = source.duration(name(limit, "per"))
                .or(() -> said.map(Throttle.Bucket::per))
                .orElse(PER);
        return permits.map(most -> new Throttle.Bucket(most, per));
    }

    Throttle.Delay delay(String limit) {
        return new Throttle.Delay(
                source.number(name(limit, "free-failures"), 0, MOST).orElse(5L).intValue(),
                duration(limit, "first-delay", Duration.ofSeconds(1)),
                duration(limit, "longest-delay", Duration.ofMinutes(15)),
                duration(limit, "forget-after", Duration.ofHours(1)));
    }

    private Duration duration(String limit, String property, Duration otherwise) {
        return source.duration(name(limit, property)).orElse(otherwise);
    }

    private static String name(String limit, String property) {
        return ROOT + limit + "." + property;
    }
}
