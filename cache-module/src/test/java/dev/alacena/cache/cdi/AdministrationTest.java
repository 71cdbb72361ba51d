package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.Cache;
import dev.alacena.api.CacheAdministration;
import dev.alacena.api.CacheSettings;
import dev.alacena.api.CachedKey;
import dev.alacena.api.Caches;
import dev.alacena.api.Consistency;
import dev.alacena.api.Invalidated;
import java.time.Duration;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators see and take out. */
class AdministrationTest {
    private static final Invalidated NOTHING = new Invalidated(0, true);
    private static final Invalidated ONE = new Invalidated(1, true);

    private final WeldContainer container =
            new Weld().addBeanClasses(Shop.class).initialize();
    private final CacheAdministration administration =
            container.select(CacheAdministration.class).get();
    private final Caches caches = container.select(Caches.class).get();
    private final Shop shop = container.select(Shop.class).get();

    @AfterEach
    void close() {
        container.close();
    }

    private List<String> keys(String pattern) {
        return administration.keys(pattern, 100).orElseThrow().stream()
                .map(CachedKey::key)
                .toList();
    }

    @Test
    void theSettingsInForceAreTold() {
        assertThat(administration.settings("near-items"))
                .contains(new CacheSettings(
                        "near-items",
                        true,
                        Consistency.BOUNDED,
                        Duration.ofMinutes(10),
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(10),
                        10_000,
                        0,
                        false));
        assertThat(administration.settings("items"))
                .hasValueSatisfying(items -> assertThat(items.tagged()).isTrue());
        assertThat(administration.settings("unknown")).isEmpty();
        assertThat(administration.settings())
                .extracting(CacheSettings::cache)
                .contains("items", "goods")
                .isSorted();
    }

    @Test
    void keysAreListedWithoutTheirValues() {
        shop.good(1);
        shop.item(2);
        assertThat(keys("*")).containsExactly("goods:1", "items:2");
        CachedKey good = administration.keys("goods:*", 1).orElseThrow().get(0);
        assertThat(good.cache()).isEqualTo("goods");
        assertThat(good.timeToLive()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(good.bytes()).isPositive();
        assertThatThrownBy(() -> administration.keys("*", 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyIsTakenOutAsItIsListed() {
        Shop.Item item = shop.good(1);
        assertThat(administration.invalidateKey(keys("*").get(0))).isEqualTo(ONE);
        assertThat(administration.invalidateKey("goods:1")).isEqualTo(NOTHING);
        assertThat(shop.good(1)).isNotEqualTo(item);
    }

    @Test
    void ofWhatIsNoKeyThereIsNoEntry() {
        shop.good(1);
        for (String key : List.of(
                "", ":", "goods", "goods:", ":1", "goods:{1}", "goods:1\n", "a b:1", "goods:" + "1".repeat(300))) {
            assertThat(administration.invalidateKey(key)).isEqualTo(NOTHING);
        }
        assertThat(administration.invalidateKey("nobody-knows:1")).isEqualTo(NOTHING);
        assertThat(administration.invalidateKey("alacena-sessions:1")).isEqualTo(NOTHING);
        assertThat(keys("*")).containsExactly("goods:1");
    }

    @Test
    void patternsReachAllCachesOnceAndLevel1() {
        Shop.Item near = shop.near(1);
        shop.good(1);
        shop.good(12);
        assertThat(shop.near(1)).isEqualTo(near);
        assertThat(administration.invalidatePatterns(List.of("*s:1", "goods:1", "\n*")))
                .isEqualTo(new Invalidated(2, true));
        assertThat(shop.near(1)).isNotEqualTo(near);
        assertThat(keys("*")).containsExactly("goods:12", "near-items:1");
        assertThat(administration.invalidatePatterns(List.of())).isEqualTo(NOTHING);
    }

    @Test
    void aTagAndEverything() {
        Shop.Item item = shop.item(1);
        assertThat(administration.invalidateTag("shop:1")).isEqualTo(NOTHING);
        assertThat(shop.item(1)).isNotEqualTo(item);
        Cache<Long, Shop.Item> goods = caches.get("goods", Long.class, Shop.Item.class);
        shop.good(1);
        assertThat(goods.contains(1L)).isTrue();
        assertThat(administration.clear()).isEqualTo(new Invalidated(2, true));
        assertThat(keys("*")).isEmpty();
    }
}
