package dev.alacena.cache.metrics;

import dev.alacena.api.CacheLevel;
import dev.alacena.api.MissReason;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Counters.Event;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.LoadTimes;
import dev.alacena.cache.engine.Near;
import dev.alacena.cache.engine.Revocations;
import dev.alacena.cache.engine.Revocations.Source;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.metrics.Bridge.Figure;
import dev.alacena.cache.metrics.Bridge.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * What is published, under the names that Micrometer gives to caches where it has one. Labels are names of caches and words of
 * ours, never keys or tags.
 */
final class Figures {
    private static final Figure GETS =
            count("cache.gets", "Calls, by the level that answered; a miss counts at level 2, the last one asked.");
    private static final Figure PUTS = count("cache.puts", "Values stored.");
    private static final Figure REFUSED =
            count("cache.puts.refused", "Values not stored because their key was invalidated or was being written.");
    private static final Figure EVICTIONS = count("cache.evictions", "Entries dropped for want of room.");
    private static final Figure INVALIDATIONS = count("cache.invalidations", "Invalidations by this node.");
    private static final Figure LOADS = count("cache.load", "Loads that returned or threw.");
    private static final Figure LOAD_TIME =
            new Figure("cache.load.duration", Unit.NANOSECONDS, "Time spent in loads that returned, added up.");
    private static final Figure LOAD_TIMES = count(
            "cache.load.duration.seconds.bucket",
            "Loads that returned within a time: a histogram, le as in Prometheus.");
    private static final Figure FAULTS =
            count("cache.faults", "Operations that failed because of Redis or of a value that cannot be written.");
    private static final Figure SIZE = count("cache.size", "Entries in level 1, an estimate.");
    private static final Figure BREAKER =
            count("alacena.redis.breaker.open", "Whether Redis is cut off because it does not answer: 1 or 0.");
    private static final Figure UNANSWERED =
            count("alacena.redis.unanswered", "Commands that Redis has not answered in time, or has refused.");
    private static final Figure UNCONFIRMED = count(
            "alacena.invalidations.unconfirmed",
            "Invalidations that Redis has not confirmed yet; other nodes may answer what they replaced.");
    private static final Figure UNHEARD = new Figure(
            "alacena.level1.heard.age",
            Unit.SECONDS,
            "Age of the last proof that level 1 has heard every invalidation; from alacena.max-staleness on it is off.");

    private static final Figure REVOKED = count("alacena.revocations", "Revocations that this node remembers.");
    private static final Figure CHECKS =
            count("alacena.revocations.checks", "Checks whether a token is revoked, by who answered them.");

    private Figures() {}

    static void ofCache(Space space, Near near, Bridge bridge) {
        String cache = space.policy().cache();
        Counters counters = space.counters();
        Map<String, String> label = Map.of("cache", cache);
        Map<String, String> level1 = Map.of("cache", cache, "level", "1");
        for (CacheLevel level : CacheLevel.values()) {
            String number = level == CacheLevel.LEVEL_1 ? "1" : "2";
            bridge.total(GETS, gets(cache, number, "hit", ""), () -> counters.hits(level));
        }
        for (MissReason reason : MissReason.values()) {
            bridge.total(GETS, gets(cache, "2", "miss", word(reason)), () -> counters.misses(reason));
        }
        bridge.total(PUTS, label, () -> counters.of(Event.FILL));
        bridge.total(REFUSED, label, () -> counters.of(Event.REFUSED_FILL));
        bridge.total(EVICTIONS, level1, () -> near.evictions(cache));
        bridge.total(INVALIDATIONS, Map.of("cache", cache, "by", "key"), () -> counters.of(Event.INVALIDATION));
        bridge.total(INVALIDATIONS, Map.of("cache", cache, "by", "sweep"), () -> counters.of(Event.SWEEP));
        bridge.total(FAULTS, label, () -> counters.of(Event.FAULT));
        bridge.gauge(SIZE, level1, () -> near.size(cache));
        loads(cache, counters, bridge);
    }

    static void ofNode(Cupboard cupboard, Bridge bridge) {
        Counters counters = cupboard.node();
        bridge.total(INVALIDATIONS, Map.of("cache", "", "by", "tag"), () -> counters.of(Event.TAG));
        bridge.total(INVALIDATIONS, Map.of("cache", "", "by", "sweep"), () -> counters.of(Event.SWEEP));
        bridge.total(FAULTS, Map.of("cache", ""), () -> counters.of(Event.FAULT));
        bridge.gauge(BREAKER, Map.of(), () -> cupboard.breaker().open() ? 1 : 0);
        bridge.total(UNANSWERED, Map.of(), cupboard.recovery()::unanswered);
        bridge.gauge(UNCONFIRMED, Map.of(), cupboard.recovery()::unconfirmed);
        bridge.gauge(UNHEARD, Map.of(), () -> cupboard.near().unheard().toNanos() / 1e9);
        ofRevocations(cupboard.revocations(), bridge);
    }

    private static void ofRevocations(Revocations revocations, Bridge bridge) {
        bridge.gauge(REVOKED, Map.of(), () -> revocations.known().size());
        for (Source source : Source.values()) {
            bridge.total(CHECKS, Map.of("by", word(source)), () -> revocations.answers(source));
        }
    }

    private static void loads(String cache, Counters counters, Bridge bridge) {
        LoadTimes times = counters.loadTimes();
        bridge.total(LOADS, Map.of("cache", cache, "result", "success"), () -> counters.of(Event.LOAD));
        bridge.total(LOADS, Map.of("cache", cache, "result", "failure"), () -> counters.of(Event.LOAD_FAILURE));
        bridge.total(LOAD_TIME, Map.of("cache", cache), times::nanos);
        for (int i = 0; i < LoadTimes.BOUNDS.size(); i++) {
            int bound = i;
            bridge.total(LOAD_TIMES, bucket(cache, seconds(LoadTimes.BOUNDS.get(i))), () -> times.within(bound));
        }
        bridge.total(LOAD_TIMES, bucket(cache, "+Inf"), times::all);
    }

    /** A hit has no reason; Prometheus takes an empty label for none. */
    private static Map<String, String> gets(String cache, String level, String result, String reason) {
        return Map.of("cache", cache, "level", level, "result", result, "reason", reason);
    }

    private static Map<String, String> bucket(String cache, String bound) {
        return Map.of("cache", cache, "le", bound);
    }

    private static String seconds(Duration bound) {
        return BigDecimal.valueOf(bound.toNanos(), 9).stripTrailingZeros().toPlainString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static Figure count(String name, String help) {
        return new Figure(name, Unit.NONE, help);
    }
}
