package dev.alacena.cache.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.metrics.Bridge.Figure;
import dev.alacena.cache.metrics.Bridge.Unit;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Gauge;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.junit.jupiter.api.Test;

/** What the bridge asks of a registry; Payara's own is tried in the tests on servers. */
class MicroProfileBridgeTest {
    private static final Figure FIGURE = new Figure("cache.gets", Unit.NONE, "Calls.");
    private static final Map<String, String> LABELS = Map.of("cache", "users");

    private final Map<MetricID, Supplier<? extends Number>> registered = new HashMap<>();
    private final Map<String, Metadata> metadata = new HashMap<>();
    private final Bridge bridge = new MicroProfileBridge((MetricRegistry) Proxy.newProxyInstance(
            MetricRegistry.class.getClassLoader(),
            new Class<?>[] {MetricRegistry.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "counter" -> counter((Metadata) arguments[0], (Tag[]) arguments[1]);
                case "gauge" -> gauge((Metadata) arguments[0], (Supplier<?>) arguments[1], (Tag[]) arguments[2]);
                case "remove" -> registered.remove((MetricID) arguments[0]) != null;
                default -> throw new UnsupportedOperationException(method.getName());
            }));

    private Counter counter(Metadata of, Tag[] tags) {
        if (of.getName().equals("taken")) {
            throw new IllegalArgumentException("another type");
        }
        metadata.put(of.getName(), of);
        AtomicLong count = new AtomicLong();
        registered.put(new MetricID(of.getName(), tags), count::get);
        return new Counter() {
            @Override
            public void inc() {
                inc(1);
            }

            @Override
            public void inc(long by) {
                assertThat(by).isPositive();
                count.addAndGet(by);
            }

            @Override
            public long getCount() {
                return count.get();
            }
        };
    }

    private Gauge<?> gauge(Metadata of, Supplier<?> read, Tag[] tags) {
        metadata.put(of.getName(), of);
        Supplier<Number> number = () -> (Number) read.get();
        registered.put(new MetricID(of.getName(), tags), number);
        return number::get;
    }

    private Number value(String name) {
        return registered.get(new MetricID(name, new Tag("cache", "users"))).get();
    }

    @Test
    void aTotalIsACounterThatFollowsWhatIsReadAndNeverGoesBack() {
        AtomicLong hits = new AtomicLong(3);
        bridge.total(FIGURE, LABELS, hits::get);
        assertThat(value("cache.gets")).isEqualTo(0L);
        bridge.refresh();
        assertThat(value("cache.gets")).isEqualTo(3L);
        hits.set(5);
        bridge.refresh();
        bridge.refresh();
        assertThat(value("cache.gets")).isEqualTo(5L);
        hits.set(4);
        bridge.refresh();
        assertThat(value("cache.gets")).isEqualTo(5L);
    }

    @Test
    void aGaugeIsReadWhenItIsAskedFor() {
        AtomicLong size = new AtomicLong(3);
        bridge.gauge(FIGURE, LABELS, size::get);
        size.set(7);
        assertThat(value("cache.gets")).isEqualTo(7.0);
    }

    @Test
    void unitAndHelpAreToldToTheRegistry() {
        bridge.total(new Figure("time", Unit.NANOSECONDS, "Time."), LABELS, () -> 0);
        bridge.gauge(new Figure("age", Unit.SECONDS, "Age."), LABELS, () -> 0);
        bridge.total(FIGURE, LABELS, () -> 0);
        assertThat(metadata.get("time").getUnit()).isEqualTo("nanoseconds");
        assertThat(metadata.get("age").getUnit()).isEqualTo("seconds");
        assertThat(metadata.get("age").getDescription()).isEqualTo("Age.");
        assertThat(metadata.get("cache.gets").getUnit()).isEqualTo("none");
    }

    @Test
    void whatTheRegistryRefusesIsLeftOutAndTheRestIsPublished() {
        bridge.total(new Figure("taken", Unit.NONE, ""), LABELS, () -> 1);
        bridge.total(FIGURE, LABELS, () -> 2);
        bridge.refresh();
        assertThat(registered).hasSize(1);
        assertThat(value("cache.gets")).isEqualTo(2L);
    }

    @Test
    void theEndTakesBackWhatWasPublishedAndNothingElse() {
        registered.put(new MetricID("of the application"), () -> 1);
        bridge.total(FIGURE, LABELS, () -> 1);
        bridge.gauge(new Figure("age", Unit.SECONDS, "Age."), Map.of(), () -> 0);
        assertThat(registered).hasSize(3);
        bridge.close();
        assertThat(registered.keySet()).containsExactly(new MetricID("of the application"));
        bridge.refresh();
        bridge.close();
    }
}
