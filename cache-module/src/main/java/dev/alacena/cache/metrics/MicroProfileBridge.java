package dev.alacena.cache.metrics;

import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.Instance;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;

/**
 * MicroProfile Metrics 5. The one class that knows its API, to be loaded only where there is one.
 *
 * <p>The API has no counter that reads a number, so a total is a counter that {@link #refresh} tops up.
 */
final class MicroProfileBridge implements Bridge {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");

    private final MetricRegistry registry;
    private final List<MetricID> published = new ArrayList<>();
    private final List<Total> totals = new ArrayList<>();

    MicroProfileBridge(MetricRegistry registry) {
        this.registry = registry;
    }

    /**
     * The bridge to the registry of this application; empty when the server has the API alone. Payara makes the registry for
     * an injection point only, which {@code CDI.current()} lacks, and makes three others for other qualifiers.
     */
    static Optional<Bridge> of(Instance<Object> beans) {
        Instance<MetricRegistry> found = beans.select(MetricRegistry.class, Default.Literal.INSTANCE);
        return found.isResolvable() ? Optional.of(new MicroProfileBridge(found.get())) : Optional.empty();
    }

    @Override
    public void total(Figure figure, Map<String, String> labels, LongSupplier read) {
        publish(figure, labels, (metadata, tags) -> totals.add(new Total(registry.counter(metadata, tags), read)));
    }

    @Override
    public void gauge(Figure figure, Map<String, String> labels, DoubleSupplier read) {
        publish(figure, labels, (metadata, tags) -> registry.gauge(metadata, read::getAsDouble, tags));
    }

    @Override
    public void refresh() {
        totals.forEach(Total::refresh);
    }

    @Override
    public void close() {
        published.forEach(registry::remove);
        published.clear();
        totals.clear();
    }

    private interface Registration {
        void with(Metadata metadata, Tag[] tags);
    }

    /** An application may have metrics of the same name and another form. */
    private void publish(Figure figure, Map<String, String> labels, Registration registration) {
        Metadata metadata = Metadata.builder()
                .withName(figure.name())
                .withUnit(unit(figure))
                .withDescription(figure.help())
                .build();
        Tag[] tags = labels.entrySet().stream()
                .map(label -> new Tag(label.getKey(), label.getValue()))
                .toArray(Tag[]::new);
        try {
            registration.with(metadata, tags);
            published.add(new MetricID(figure.name(), tags));
        } catch (IllegalArgumentException | IllegalStateException e) {
            LOG.log(Level.WARNING, "Metric {0} is not published: {1}", figure.name(), e.getMessage());
        }
    }

    private static String unit(Figure figure) {
        return switch (figure.unit()) {
            case NONE -> MetricUnits.NONE;
            case SECONDS -> MetricUnits.SECONDS;
            case NANOSECONDS -> MetricUnits.NANOSECONDS;
        };
    }

    private static final class Total {
        private final Counter counter;
        private final LongSupplier read;
        private long counted;

        private Total(Counter counter, LongSupplier read) {
            this.counter = counter;
            this.read = read;
        }

        private void refresh() {
            long now = read.getAsLong();
            if (now > counted) {
                counter.inc(now - counted);
                counted = now;
            }
        }
    }
}
