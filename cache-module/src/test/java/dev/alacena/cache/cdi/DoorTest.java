package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.Cache;
import dev.alacena.api.CacheStatistics;
import dev.alacena.api.CachedMethod;
import dev.alacena.api.Caches;
import dev.alacena.cache.cdi.Shop.Item;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Caches used from code. */
class DoorTest {
    private final WeldContainer container =
            new Weld().addBeanClasses(Shop.class).initialize();
    private final Caches caches = container.select(Caches.class).get();
    private final Shop shop = container.select(Shop.class).get();
    private final Cache<Long, Item> items = caches.get("items", Long.class, Item.class);

    @AfterEach
    void close() {
        container.close();
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    void codeSeesTheEntriesOfAnnotatedMethods() {
        Item item = shop.item(1);
        assertThat(items.get(1L)).contains(item);
        assertThat(items.contains(1L)).isTrue();
        assertThat(items.timeToLive(1L))
                .hasValueSatisfying(left -> assertThat(left).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10)));
        assertThat(items.invalidate(1L)).isTrue();
        assertThat(items.invalidate(1L)).isFalse();
        assertThat(shop.item(1)).isNotEqualTo(item);
    }

    @Test
    void annotatedMethodsSeeTheEntriesOfCode() {
        Item item = new Item(5, "put", LocalDate.EPOCH);
        items.put(5L, item);
        assertThat(shop.item(5)).isEqualTo(item);
        assertThat(items.clear()).isEqualTo(1);
        assertThat(items.get(5L)).isEmpty();
        assertThat(items.timeToLive(5L)).isEmpty();
    }

    @Test
    void aLoaderRunsOnAMissOnly() {
        Item item = new Item(6, "loaded", LocalDate.EPOCH);
        assertThat(items.get(6L, id -> item)).isEqualTo(item);
        assertThat(items.get(6L, id -> {
                    throw new IllegalStateException("not asked for");
                }))
                .isEqualTo(item);
        assertThatThrownBy(() -> items.get(7L, id -> {
                    throw new IllegalStateException("passes");
                }))
                .hasMessage("passes");
    }

    @Test
    void theAsynchronousFaceIsTheSame() {
        Item item = new Item(8, "later", LocalDate.EPOCH);
        assertThat(await(items.getAsync(8L, id -> CompletableFuture.completedFuture(item))))
                .isEqualTo(item);
        assertThat(await(items.getAsync(8L))).contains(item);
        assertThat(await(items.invalidateAsync(8L))).isTrue();
        await(items.putAsync(8L, item));
        assertThat(items.contains(8L)).isTrue();
    }

    @Test
    void prefixesAndPatternsAreCounted() {
        Cache<String, List<String>> lists = caches.get("lists", String.class, new TypeLiteral<List<String>>() {});
        lists.put("a-1", List.of("x"));
        lists.put("a-2", List.of("y"));
        lists.put("b-1", List.of("z"));
        assertThat(lists.get("a-2")).contains(List.of("y"));
        assertThat(lists.invalidatePattern("*-1")).isEqualTo(2);
        assertThat(lists.invalidatePrefix("a-")).isEqualTo(1);
        assertThat(caches.clear()).isZero();
    }

    @Test
    void aCachedMethodTellsAndInvalidatesItsKeys() {
        Item item = shop.item(1);
        CachedMethod method = caches.method(Shop.class, "item", long.class);
        assertThat(method.cache()).isEqualTo("items");
        assertThat(method.key(1L)).isEqualTo("items:1");
        assertThat(method.invalidate(1L)).isTrue();
        assertThat(shop.item(1)).isNotEqualTo(item);
        assertThatThrownBy(() -> method.key(1L, 2L)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> caches.method(Shop.class, "sell", long.class)).hasMessageContaining("sell(long)");
    }

    @Test
    void aTagInvalidatesFromCodeToo() {
        Item item = shop.item(1);
        caches.invalidateTag("shop:1");
        assertThat(shop.item(1)).isNotEqualTo(item);
    }

    @Test
    void aCacheHasOneTypeOfValues() {
        assertThatThrownBy(() -> caches.get("items", Long.class, String.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("items");
        assertThatThrownBy(() -> caches.get("bad name", Long.class, String.class))
                .hasMessageContaining("bad name");
        assertThatThrownBy(() -> caches.get("objects", Long.class, Object.class))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPutWithoutTimeIsRefused() {
        Item item = new Item(1, "x", LocalDate.EPOCH);
        assertThatThrownBy(() -> items.put(1L, item, Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void statisticsCountWhatHappened() {
        shop.item(1);
        shop.item(1);
        CacheStatistics statistics = items.statistics();
        assertThat(statistics.hitRate()).isEqualTo(0.5);
        assertThat(statistics.loads()).isEqualTo(1);
        assertThat(statistics.fills()).isEqualTo(1);
        assertThat(caches.statistics()).contains(statistics);
        assertThat(caches.server().configured()).isFalse();
    }
}
