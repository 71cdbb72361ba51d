package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.CacheLevel;
import dev.alacena.api.CacheObservation;
import dev.alacena.api.CacheRead;
import dev.alacena.api.CachedMethod;
import dev.alacena.api.Caches;
import dev.alacena.api.MissReason;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who watches is told what the caches did. */
class ObservationTest {
    private final WeldContainer container =
            new Weld().addBeanClasses(Shop.class).initialize();
    private final Caches caches = container.select(Caches.class).get();
    private final Shop shop = container.select(Shop.class).get();

    @AfterEach
    void close() {
        container.close();
    }

    private List<CacheRead> reads(Runnable calls) {
        try (CacheObservation observation = caches.observe()) {
            calls.run();
            return observation.reads();
        }
    }

    @Test
    void aMissHasItsReasonAndAHitItsLevelAndTime() {
        CachedMethod method = caches.method(Shop.class, "item", long.class);
        assertThat(method.timeToLive(1L)).isEmpty();
        List<CacheRead> reads = reads(() -> {
            shop.item(1);
            shop.item(1);
        });
        assertThat(reads).extracting(CacheRead::hit).containsExactly(false, true);
        assertThat(reads).extracting(CacheRead::cache).containsOnly("items");
        assertThat(reads).extracting(CacheRead::key).containsOnly(method.key(1L));
        assertThat(reads.get(0).reason()).isEqualTo(MissReason.COLD);
        assertThat(reads.get(1).level()).isEqualTo(CacheLevel.LEVEL_2);
        Duration left = reads.get(1).timeToLive();
        assertThat(left).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(reads.get(1).age()).isEqualTo(Duration.ofMinutes(10).minus(left));
        assertThat(method.timeToLive(1L).orElseThrow()).isBetween(Duration.ofMinutes(9), left);
    }

    @Test
    void hitsOfTheNearCacheAreSeenEachTime() {
        shop.near(2);
        for (int call = 0; call < 3; call++) {
            assertThat(reads(() -> shop.near(2))).extracting(CacheRead::level).containsExactly(CacheLevel.LEVEL_1);
        }
    }

    @Test
    void theOuterObservationSeesWhatTheInnerOneSees() {
        List<CacheRead> outer = reads(() -> {
            shop.item(3);
            assertThat(reads(() -> shop.item(3))).hasSize(1);
        });
        assertThat(outer).extracting(CacheRead::hit).containsExactly(false, true);
    }

    @Test
    void whatIsClosedByAnotherThreadSeesNoMore() {
        CacheObservation left = caches.observe();
        CompletableFuture.runAsync(left::close).orTimeout(10, TimeUnit.SECONDS).join();
        assertThat(reads(() -> shop.item(4))).hasSize(1);
        shop.item(4);
        assertThat(left.reads()).isEmpty();
    }

    @Test
    void whatOthersFindIsNotSeen() {
        assertThat(reads(() -> CompletableFuture.runAsync(() -> shop.item(5))
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join()))
                .isEmpty();
    }

    @Test
    void aLongWatchKeepsTheFirstReads() {
        assertThat(reads(() -> {
                    for (int call = 0; call < 2 * CacheObservation.MOST; call++) {
                        shop.item(6);
                    }
                }))
                .hasSize(CacheObservation.MOST);
    }
}
