package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.alacena.api.Caches;
import dev.alacena.web.it.beans.Ledger;
import dev.alacena.web.it.beans.OutOfStock;
import dev.alacena.web.it.beans.Prices;
import dev.alacena.web.it.beans.Stock;
import dev.alacena.web.it.beans.Values;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Beans of every kind are cached, called inside of the server. */
@Timeout(60)
@ExtendWith(ArquillianExtension.class)
class CachedBeansIT {

    private final String key = UUID.randomUUID().toString();

    @Inject
    Stock stock;

    @EJB
    @SuppressWarnings("NullAway.Init")
    Stock sameStock;

    @Inject
    Prices prices;

    @EJB
    @SuppressWarnings("NullAway.Init")
    Prices samePrices;

    @Inject
    Ledger ledger;

    @Inject
    Values values;

    @Inject
    Caches caches;

    @Deployment
    static WebArchive war() {
        return Wars.withTests();
    }

    @Test
    void aSessionBeanWithoutInterfaceIsCachedHoweverItIsInjected() {
        int level = stock.level(key);
        assertThat(stock.level(key)).isEqualTo(level);
        assertThat(sameStock.level(key)).isEqualTo(level);
        assertThat(stock.level(key + "other")).isNotEqualTo(level);
        sameStock.count(key);
        assertThat(stock.level(key)).isGreaterThan(level);
    }

    @Test
    void aSessionBeanBehindAnInterfaceIsCachedHoweverItIsInjected() {
        int price = prices.price(key);
        assertThat(prices.price(key)).isEqualTo(price);
        assertThat(samePrices.price(key)).isEqualTo(price);
        samePrices.raise(key);
        assertThat(prices.price(key)).isGreaterThan(price);
    }

    @Test
    void aTransactionalBeanIsCachedAndWrittenThrough() {
        int balance = ledger.balance(key);
        assertThat(ledger.balance(key)).isEqualTo(balance);
        int booked = ledger.book(key);
        assertThat(booked).isGreaterThan(balance);
        assertThat(ledger.balance(key)).isEqualTo(booked);
        ledger.close(key);
        assertThat(ledger.balance(key)).isGreaterThan(booked);
    }

    @Test
    void theValueOfAStageIsCached() throws Exception {
        int value = values.stage(key).toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(values.stage(key).toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isEqualTo(value);
    }

    @Test
    void aFailureIsNotStoredAndReachesTheCallerUntouched() {
        OutOfStock first = catchThrowableOfType(OutOfStock.class, () -> stock.failing(key));
        OutOfStock second = catchThrowableOfType(OutOfStock.class, () -> stock.failing(key));
        assertThat(second.call()).isGreaterThan(first.call());
        assertThatThrownBy(() -> values.failedStage(key).toCompletableFuture().get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(OutOfStock.class);
    }

    @Test
    void nothingIsAnAnswer() {
        int[] reached = new int[1];
        assertThat(values.nothing(key, reached)).isNull();
        assertThat(reached[0]).isPositive();
        int[] again = new int[1];
        assertThat(values.nothing(key, again)).isNull();
        assertThat(again[0]).isZero();
        assertThat(values.maybe(key, false)).isEmpty();
        assertThat(values.maybe(key, true)).isEmpty();
    }

    @Test
    void valuesComeBackAsTheyWere() {
        assertThat(values.maybe(key, true)).isPresent().isEqualTo(values.maybe(key, true));
        List<LocalDate> days = List.of(LocalDate.of(2024, 2, 29), LocalDate.MAX);
        assertThat(values.grouped(key, days)).isEqualTo(values.grouped(key, days));
        assertThat(values.grouped(key, List.of())).isNotEqualTo(values.grouped(key, days));
    }

    @Test
    void codeReachesTheEntryOfAMethod() {
        int level = stock.level(key);
        assertThat(caches.get("stock", String.class, Integer.class).get(key)).contains(level);
        assertThat(caches.method(Stock.class, "level", String.class).invalidate(key))
                .isTrue();
        assertThat(caches.get("stock", String.class, Integer.class).get(key)).isEmpty();
        assertThat(stock.level(key)).isGreaterThan(level);
    }

    @Test
    @RunAsClient
    void aResourceMethodIsCached() {
        Client client = new Client();
        Answer quote = client.get("/quotes/" + key);
        assertThat(quote.status()).isEqualTo(200);
        assertThat(client.get("/quotes/" + key).body()).isEqualTo(quote.body());
    }
}
