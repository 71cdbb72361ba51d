package dev.alacena.cache.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import dev.alacena.api.Caches;
import dev.alacena.api.InvalidateCache;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.plan.Spaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an application publishes of its caches. */
class PublisherTest {
    private final WeldContainer container =
            new Weld().addBeanClasses(Shop.class).initialize();
    private final Caches caches = container.select(Caches.class).get();
    private final Shop shop = container.select(Shop.class).get();
    private final Recorded bridge = new Recorded();
    private final Publisher publisher = new Publisher(
            container.select(Cupboard.class).get(),
            container.select(Spaces.class).get(),
            container
                    .select(new TypeLiteral<Instance<Object>>() {}, Any.Literal.INSTANCE)
                    .get());

    @ApplicationScoped
    static class Shop {
        @Cached(cache = "prices", key = "{item}", tags = "all", consistency = dev.alacena.api.Consistency.BOUNDED)
        public String price(String item) {
            return "the price of " + item;
        }

        @InvalidateCache(cache = "prices", key = "{item}")
        @InvalidateCache(cache = "prices", all = true)
        @InvalidateCache(tags = "all")
        public void raise(String item) {
            // the annotations are what is tried
        }
    }

    @BeforeEach
    void begin() {
        publisher.begin(bridge);
    }

    @AfterEach
    void close() {
        publisher.stop();
        container.close();
    }

    @Test
    void everyGetIsCountedOnceByLevelResultAndReason() {
        shop.price("apple");
        shop.price("apple");
        shop.price("apple");
        assertThat(bridge.value("cache.gets{cache=prices, level=2, reason=cold, result=miss}"))
                .isEqualTo(1);
        assertThat(bridge.value("cache.gets{cache=prices, level=1, reason=, result=hit}"))
                .isEqualTo(2);
        assertThat(bridge.series.keySet().stream()
                        .filter(name -> name.startsWith("cache.gets"))
                        .mapToDouble(bridge::value)
                        .sum())
                .isEqualTo(3);
    }

    @Test
    void loadsAreAHistogram() {
        shop.price("apple");
        assertThat(bridge.value("cache.load{cache=prices, result=success}")).isEqualTo(1);
        assertThat(bridge.value("cache.load{cache=prices, result=failure}")).isZero();
        assertThat(bridge.value("cache.load.duration{cache=prices}")).isPositive();
        assertThat(bridge.value("cache.load.duration.seconds.bucket{cache=prices, le=+Inf}"))
                .isEqualTo(1);
        assertThat(bridge.series.keySet().stream()
                        .filter(name -> name.startsWith("cache.load.duration.seconds.bucket"))
                        .map(name -> name.replaceAll(".*le=([^}]*)}", "$1"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "0.001", "0.0025", "0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1", "2.5", "5",
                        "10", "+Inf");
    }

    @Test
    void invalidationsAreCountedByWhatTheyTakeOut() {
        shop.price("apple");
        shop.raise("apple");
        assertThat(bridge.value("cache.invalidations{by=key, cache=prices}")).isEqualTo(1);
        assertThat(bridge.value("cache.invalidations{by=sweep, cache=prices}")).isEqualTo(1);
        assertThat(bridge.value("cache.invalidations{by=tag, cache=}")).isEqualTo(1);
        assertThat(bridge.value("cache.invalidations{by=sweep, cache=}")).isZero();
        assertThat(caches.statistics().get(0).invalidations()).isEqualTo(1);
        assertThat(caches.statistics().get(0).sweeps()).isEqualTo(1);
        caches.clear();
        assertThat(bridge.value("cache.invalidations{by=sweep, cache=}")).isEqualTo(1);
        assertThat(caches.node().clears()).isEqualTo(1);
        assertThat(caches.node().tagInvalidations()).isEqualTo(1);
    }

    @Test
    void storedEntriesSizesAndTheStateOfTheNodeArePublished() {
        shop.price("apple");
        assertThat(bridge.value("cache.puts{cache=prices}")).isEqualTo(1);
        assertThat(bridge.value("cache.puts.refused{cache=prices}")).isZero();
        assertThat(bridge.value("cache.evictions{cache=prices, level=1}")).isZero();
        assertThat(bridge.value("cache.faults{cache=prices}")).isZero();
        assertThat(bridge.value("cache.faults{cache=}")).isZero();
        assertThat(bridge.value("cache.size{cache=prices, level=1}")).isEqualTo(1);
        assertThat(bridge.value("alacena.redis.breaker.open{}")).isZero();
        assertThat(bridge.value("alacena.redis.unanswered{}")).isZero();
        assertThat(bridge.value("alacena.invalidations.unconfirmed{}")).isZero();
        assertThat(bridge.value("alacena.level1.heard.age{}")).isZero();
        assertThat(caches.node().breakerOpen()).isFalse();
        assertThat(caches.node().unheard()).isZero();
    }

    @Test
    void noKeyAndNoTagIsALabel() {
        shop.price("apple");
        shop.raise("apple");
        assertThat(bridge.series.keySet()).noneMatch(name -> name.contains("apple") || name.contains("all"));
    }

    @Test
    void aCacheThatCodeOpensLaterIsPublishedToo() {
        assertThat(names()).doesNotContain("goods");
        caches.get("goods", String.class, String.class).put("apple", "red");
        publisher.refresh();
        assertThat(bridge.value("cache.puts{cache=goods}")).isEqualTo(1);
    }

    @Test
    void afterTheEndNothingIsPublishedAndNothingIsReadAnyMore() {
        publisher.stop();
        publisher.stop();
        assertThat(bridge.closed).isEqualTo(1);
        int refreshed = bridge.refreshed;
        publisher.refresh();
        assertThat(bridge.refreshed).isEqualTo(refreshed);
        assertThat(bridge.series).isEmpty();
    }

    @Test
    void aSecondStartOfTheSameApplicationPublishesNothingTwice() {
        Recorded second = new Recorded();
        publisher.begin(second);
        assertThat(second.series).isEmpty();
    }

    private Set<String> names() {
        return bridge.series.keySet().stream()
                .map(name -> name.replaceAll(".*cache=([^,}]*).*", "$1"))
                .collect(Collectors.toSet());
    }
}
