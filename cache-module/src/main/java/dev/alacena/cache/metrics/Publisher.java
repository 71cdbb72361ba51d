package dev.alacena.cache.metrics;

import dev.alacena.cache.cdi.Part;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.plan.Spaces;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Publishes the statistics from the start of the application to its end, where the server has an API for it. The counters are
 * read once in a while, so calls cost nothing more. Thread-safe.
 */
@Part
class Publisher {
    private static final System.Logger LOG = System.getLogger("dev.alacena.cache");
    private static final String MICROPROFILE = "org.eclipse.microprofile.metrics.MetricRegistry";

    /** Scrapers come less often. */
    private static final Duration PERIOD = Duration.ofSeconds(1);

    private final Cupboard cupboard;
    private final Spaces spaces;
    private final Instance<Object> beans;
    private final Set<String> published = new HashSet<>();
    private @Nullable Bridge bridge;

    @Inject
    public Publisher(Cupboard cupboard, Spaces spaces, @Any Instance<Object> beans) {
        this.cupboard = cupboard;
        this.spaces = spaces;
        this.beans = beans;
    }

    /** The statistics are there without anybody to publish them. */
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        try {
            find().ifPresentOrElse(
                            this::begin, () -> LOG.log(Level.DEBUG, "no MicroProfile Metrics to publish statistics"));
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "Statistics are not published through MicroProfile Metrics: {0}", e.toString());
        }
    }

    @PreDestroy
    synchronized void stop() {
        if (bridge != null) {
            bridge.close();
            bridge = null;
        }
    }

    private Optional<Bridge> find() {
        try {
            Class.forName(MICROPROFILE, false, Publisher.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
        return MicroProfileBridge.of(beans);
    }

    synchronized void begin(Bridge found) {
        if (bridge == null) {
            bridge = found;
            Figures.ofNode(cupboard, found);
            tick();
        }
    }

    /** Caches that code has opened since are published too. */
    synchronized void refresh() {
        if (bridge != null) {
            for (Space space : spaces.all()) {
                if (published.add(space.policy().cache())) {
                    Figures.ofCache(space, cupboard.near(), bridge);
                }
            }
            bridge.refresh();
        }
    }

    private synchronized void tick() {
        if (bridge != null) {
            refresh();
            cupboard.later().run(PERIOD, () -> cupboard.executor().execute(this::tick));
        }
    }
}
