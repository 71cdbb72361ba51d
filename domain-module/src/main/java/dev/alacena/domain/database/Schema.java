package dev.alacena.domain.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Brings the tables to the version of this application at start; tries again while the database is down. No EJB timer:
 * Payara Micro has none without Hazelcast.
 */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Schema {

    private static final System.Logger LOG = System.getLogger(Schema.class.getName());
    private static final int SECONDS_TO_RETRY = 2;

    @Inject
    Config config;

    @Inject
    Database database;

    @Resource
    @SuppressWarnings("NullAway.Init")
    ManagedScheduledExecutorService scheduler;

    private volatile @Nullable Future<?> next;

    @PostConstruct
    void start() {
        migrate();
    }

    @PreDestroy
    void stop() {
        Future<?> pending = next;
        if (pending != null) {
            pending.cancel(true);
        }
    }

    private void migrate() {
        try {
            Flyway.configure(Schema.class.getClassLoader())
                    .dataSource(source(DatabaseSettings.from(config)))
                    .load()
                    .migrate();
            database.migrated();
        } catch (FlywayException failed) {
            report(failed);
            next = scheduler.schedule(this::migrate, SECONDS_TO_RETRY, TimeUnit.SECONDS);
        }
    }

    /** The first failure only; the others are the same. */
    private void report(FlywayException failed) {
        if (next == null) {
            LOG.log(
                    Level.WARNING,
                    "The schema cannot be migrated; tried again every " + SECONDS_TO_RETRY + " s",
                    failed);
        }
    }

    /** Outside of the pool: a migration may take longer than any request. */
    private static PGSimpleDataSource source(DatabaseSettings settings) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(settings.url());
        source.setUser(settings.user());
        source.setPassword(settings.password());
        source.setConnectTimeout(2);
        source.setLoginTimeout(2);
        source.setTcpKeepAlive(true);
        source.setApplicationName("alacena-schema");
        return source;
    }
}
