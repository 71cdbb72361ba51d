package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.alacena.web.docs.CachedMethods;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Payara's {@code /metrics} says; WildFly has no MicroProfile Metrics. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "payara")
class MetricsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Longer than the time between two readings of the counters. */
    private static final Duration STILL = Duration.ofSeconds(3);

    private static final Set<String> CACHES = caches();

    private static final Map<String, Set<String>> WORDS = Map.of(
            "cache", CACHES,
            "level", Set.of("1", "2"),
            "result", Set.of("hit", "miss", "success", "failure"),
            "reason",
                    Set.of(
                            "",
                            "cold",
                            "expired",
                            "invalidated",
                            "evicted",
                            "tag",
                            "fenced",
                            "bypass",
                            "undecodable",
                            "unavailable"),
            "by", Set.of("key", "tag", "sweep", "memory", "redis", "database", "trusted_memory", "unsure"),
            "le",
                    Set.of(
                            "0.001", "0.0025", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5",
                            "10", "+Inf"));

    private final Client client = new Client();

    private static Set<String> caches() {
        Set<String> caches = new HashSet<>(CachedMethods.caches());
        caches.add("");
        // the library's own, once somebody has logged in here
        caches.add("alacena-sessions");
        return caches;
    }

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    private Scrape scrape() {
        return Scrape.of(client.get("/metrics").body());
    }

    @Test
    void allNamesAreThereWithTheirLabelsAndTypes() {
        Scrape scrape = scrape();
        assertThat(scrape.labels())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("cache_gets_total", Set.of("cache", "level", "result", "reason")),
                        Map.entry("cache_puts_total", Set.of("cache")),
                        Map.entry("cache_puts_refused_total", Set.of("cache")),
                        Map.entry("cache_evictions_total", Set.of("cache", "level")),
                        Map.entry("cache_invalidations_total", Set.of("cache", "by")),
                        Map.entry("cache_load_total", Set.of("cache", "result")),
                        Map.entry("cache_load_duration_seconds_total", Set.of("cache")),
                        Map.entry("cache_load_duration_seconds_bucket_total", Set.of("cache", "le")),
                        Map.entry("cache_faults_total", Set.of("cache")),
                        Map.entry("cache_size", Set.of("cache", "level")),
                        Map.entry("alacena_redis_breaker_open", Set.of()),
                        Map.entry("alacena_redis_unanswered_total", Set.of()),
                        Map.entry("alacena_invalidations_unconfirmed", Set.of()),
                        Map.entry("alacena_revocations", Set.of()),
                        Map.entry("alacena_revocations_checks_total", Set.of("by")),
                        Map.entry("alacena_level1_heard_age_seconds", Set.of())));
        assertThat(scrape.types().keySet()).isEqualTo(scrape.labels().keySet());
        scrape.types()
                .forEach((name, type) ->
                        assertThat(type).as(name).isEqualTo(name.endsWith("_total") ? "counter" : "gauge"));
    }

    @Test
    void labelsAreNamesOfCachesAndFixedWordsOnly() {
        client.get("/api/v1/users/" + client.newUser(Client.unusedName()));
        scrape().samples().forEach(sample -> sample.labels()
                .forEach((label, value) -> assertThat(WORDS.get(label)).contains(value)));
    }

    @Test
    void eachCallIsOneGetAndEachMissOneLoad() {
        String path = "/api/v1/users/" + client.newUser(Client.unusedName());
        Scrape before = settled();
        client.get(path);
        client.get(path);
        client.get(path);
        Scrape after = settled();
        assertThat(growth(before, after, "cache_gets_total", "cache", "users")).isEqualTo(3);
        double misses = growth(before, after, "cache_gets_total", "cache", "users", "result", "miss");
        assertThat(misses).isBetween(1.0, 3.0);
        assertThat(growth(before, after, "cache_load_total", "cache", "users")).isEqualTo(misses);
        assertThat(growth(before, after, "cache_load_duration_seconds_bucket_total", "cache", "users", "le", "+Inf"))
                .isEqualTo(misses);
        assertThat(growth(before, after, "cache_load_duration_seconds_total", "cache", "users"))
                .isBetween(0.00001, 60.0);
        assertThat(growth(before, after, "cache_gets_total", "cache", "user-lists"))
                .isZero();
    }

    @Test
    void eachInvalidationOfAWriteIsCountedOnce() {
        String path = "/api/v1/users/" + client.newUser(Client.unusedName());
        Scrape before = settled();
        assertThat(client.put(path, Client.user(Client.unusedName())).status()).isEqualTo(200);
        Scrape after = settled();
        assertThat(growth(before, after, "cache_invalidations_total", "cache", "users-by-email", "by", "key"))
                .as("the old address and the new one")
                .isEqualTo(2);
        assertThat(growth(before, after, "cache_invalidations_total", "cache", "", "by", "tag"))
                .isEqualTo(1);
        assertThat(growth(before, after, "cache_invalidations_total")).isEqualTo(3);
    }

    @Test
    void whatIsPublishedIsWhatTheStatisticsSay() {
        String path = "/api/v1/users/" + client.newUser(Client.unusedName());
        client.get(path);
        client.get(path);
        client.put(path, Client.user(Client.unusedName()));
        client.get("/api/v1/users?limit=3");
        Scrape scrape = settled();
        for (JsonNode stats : client.get("/api/v1/cache/stats").json().path("caches")) {
            String cache = stats.path("cache").asText();
            stats.path("hits")
                    .properties()
                    .forEach(hits -> equal(
                            scrape,
                            hits.getValue(),
                            "cache_gets_total",
                            cache,
                            "result",
                            "hit",
                            "level",
                            hits.getKey().substring("LEVEL_".length())));
            stats.path("misses")
                    .properties()
                    .forEach(misses -> equal(
                            scrape,
                            misses.getValue(),
                            "cache_gets_total",
                            cache,
                            "result",
                            "miss",
                            "reason",
                            misses.getKey().toLowerCase(Locale.ROOT)));
            equal(scrape, stats.path("fills"), "cache_puts_total", cache);
            equal(scrape, stats.path("refusedFills"), "cache_puts_refused_total", cache);
            equal(scrape, stats.path("loads"), "cache_load_total", cache, "result", "success");
            equal(scrape, stats.path("loadFailures"), "cache_load_total", cache, "result", "failure");
            equal(scrape, stats.path("invalidations"), "cache_invalidations_total", cache, "by", "key");
            equal(scrape, stats.path("sweeps"), "cache_invalidations_total", cache, "by", "sweep");
            equal(scrape, stats.path("faults"), "cache_faults_total", cache);
            equal(scrape, stats.path("evictions"), "cache_evictions_total", cache);
            equal(scrape, stats.path("size"), "cache_size", cache);
        }
    }

    private static void equal(Scrape scrape, JsonNode said, String name, String cache, String... labels) {
        String[] all =
                Stream.concat(Stream.of("cache", cache), Stream.of(labels)).toArray(String[]::new);
        assertThat(scrape.sum(name, all)).as("%s %s", name, List.of(all)).isEqualTo(said.asDouble());
    }

    /** The last one: a node that hears of another Redis sends its recent invalidations again, and others would count them. */
    @Order(Integer.MAX_VALUE)
    @Test
    void theBreakerAndTheHearingAreSeen() {
        until(of -> of.sum("alacena_redis_breaker_open") == 0 && of.sum("alacena_level1_heard_age_seconds") < 1);
        String path = "/api/v1/users/" + client.newUser(Client.unusedName());
        Backends.stopRedis();
        try {
            for (int call = 0; call < 20; call++) {
                client.get(path);
            }
            until(of -> of.sum("alacena_redis_breaker_open") == 1 && of.sum("alacena_level1_heard_age_seconds") > 1);
        } finally {
            Backends.startRedis();
        }
        until(of -> of.sum("alacena_redis_breaker_open") == 0 && of.sum("alacena_level1_heard_age_seconds") < 1);
    }

    /** What is published when nothing is on its way to it any more. */
    private Scrape settled() {
        Instant since = Instant.now();
        Instant limit = since.plus(PATIENCE);
        Scrape last = scrape();
        while (Duration.between(since, Instant.now()).compareTo(STILL) < 0) {
            Scrape now = scrape();
            if (!now.totals().equals(last.totals())) {
                since = Instant.now();
            }
            last = now;
            assertThat(since).as("still changing").isBefore(limit);
        }
        return last;
    }

    private void until(Predicate<Scrape> wanted) {
        Instant limit = Instant.now().plus(PATIENCE);
        Scrape scrape = scrape();
        while (!wanted.test(scrape)) {
            assertThat(Instant.now()).as("still %s", scrape.samples()).isBefore(limit);
            scrape = scrape();
        }
    }

    private static double growth(Scrape before, Scrape after, String name, String... labels) {
        return after.sum(name, labels) - before.sum(name, labels);
    }
}
