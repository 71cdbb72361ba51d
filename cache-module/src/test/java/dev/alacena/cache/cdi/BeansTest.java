package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.cache.cdi.Shop.Filter;
import dev.alacena.cache.cdi.Shop.Item;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Annotated beans in a real container. */
class BeansTest {
    private final WeldContainer container =
            new Weld().addBeanClasses(Shop.class).initialize();
    private final Shop shop = container.select(Shop.class).get();

    @AfterEach
    void close() {
        container.close();
    }

    private static <T> T await(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    void theSecondCallIsAnsweredFromTheCache() {
        assertThat(shop.item(1)).isEqualTo(shop.item(1));
        assertThat(shop.item(2)).isNotEqualTo(shop.item(1));
    }

    @Test
    void nearItemsAreAnsweredFromMemory() {
        assertThat(shop.near(1)).isSameAs(shop.near(1));
    }

    @Test
    void optionalsPrimitivesAndNullAreCached() {
        assertThat(shop.optional(1)).isPresent().isEqualTo(shop.optional(1));
        assertThat(shop.optional(0)).isEmpty().isEqualTo(shop.optional(0));
        assertThat(shop.count("four")).isEqualTo(4).isEqualTo(shop.count("four"));
        assertThat(shop.first("a")).hasValue('a').isEqualTo(shop.first("a"));
        assertThat(shop.first("")).isEmpty().isEqualTo(shop.first(""));
        int before = shop.calls();
        assertThat(shop.nothing(1)).isNull();
        assertThat(shop.nothing(1)).isNull();
        assertThat(shop.calls() - before).isEqualTo(1);
    }

    @Test
    void genericsComeBackWithTheirTypes() {
        Item found = shop.search(new Filter("a", 1)).get("a").get(0);
        assertThat(shop.search(new Filter("a", 1)).get("a").get(0)).isEqualTo(found);
        assertThat(shop.search(new Filter("a", 2)).get("a").get(0)).isNotEqualTo(found);
    }

    @Test
    void anInheritedMethodHasTheTypeThatTheBeanGivesIt() {
        assertThat(shop.inherited(1)).isEqualTo(shop.inherited(1));
    }

    @Test
    void onlyMarkedParametersAreInTheKey() {
        assertThat(shop.report(1, "trace a")).isEqualTo(shop.report(1, "trace b"));
        assertThat(shop.report(1, "")).isNotEqualTo(shop.report(2, ""));
    }

    @Test
    void aKeyGeneratorMakesTheKey() {
        assertThat(shop.generated("apple")).isEqualTo("apple");
        assertThat(shop.generated("avocado")).isEqualTo("apple");
    }

    @Test
    void aKeyGeneratorThatThrowsLeavesTheCallAlone() {
        assertThat(shop.generated("")).isEmpty();
    }

    @Test
    void stagesAreCachedWhenTheyComplete() {
        Item first = await(shop.later(1));
        assertThat(await(shop.later(1))).isEqualTo(first);
        assertThat(await(shop.laterOptional(1))).isEmpty();
        assertThat(await(shop.laterOptional(1))).isEmpty();
    }

    @Test
    void exceptionsPassUntouchedAndAreNotCached() {
        int before = shop.calls();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> shop.failing(1))
                    .isExactlyInstanceOf(NoSuchFieldException.class)
                    .hasMessage("business");
        }
        assertThat(shop.calls() - before).isEqualTo(2);
    }

    @Test
    void anInvalidationTakesTheEntryOut() {
        Item one = shop.item(1);
        Item two = shop.item(2);
        shop.sell(1);
        assertThat(shop.item(1)).isNotEqualTo(one);
        assertThat(shop.item(2)).isEqualTo(two);
    }

    @Test
    void repeatedInvalidationsAllHappen() {
        Item one = shop.item(1);
        Item near = shop.near(7);
        shop.rename(1);
        assertThat(shop.item(1)).isNotEqualTo(one);
        assertThat(shop.near(7)).isNotEqualTo(near);
    }

    @Test
    void aTagInvalidatesItsEntries() {
        Item one = shop.item(1);
        Item two = shop.item(2);
        shop.close(1);
        assertThat(shop.item(1)).isNotEqualTo(one);
        assertThat(shop.item(2)).isEqualTo(two);
    }

    @Test
    void aKeyOfTheResultIsInvalidated() {
        Item one = shop.item(1);
        shop.create(1);
        assertThat(shop.item(1)).isNotEqualTo(one);
    }

    @Test
    void aMethodThatFailedHalfWayInvalidatesToo() {
        Item one = shop.item(1);
        assertThatThrownBy(() -> shop.break_(1)).hasMessage("half-way");
        assertThat(shop.item(1)).isNotEqualTo(one);
    }

    @Test
    void anUpdateReplacesTheEntry() {
        shop.item(1);
        Item updated = shop.update(1, "new");
        assertThat(shop.item(1)).isEqualTo(updated);
        shop.close(1);
        assertThat(shop.item(1)).isNotEqualTo(updated);
    }

    @Test
    void anInvalidationFollowsTheCompletionOfTheStage() {
        Item one = shop.item(1);
        CompletableFuture<Void> sold = new CompletableFuture<>();
        CompletionStage<Void> selling = shop.sellLater(1, sold);
        Item during = shop.item(1);
        assertThat(during).isNotEqualTo(one);
        assertThat(shop.item(1)).isNotEqualTo(during);
        sold.complete(null);
        await(selling);
        assertThat(shop.item(1)).isEqualTo(shop.item(1));
    }
}
