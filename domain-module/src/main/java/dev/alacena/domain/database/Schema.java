package dev.alacena.domain.database;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

/** Brings the tables to the version of this application at start; tries again while the database is down. */
@Startup
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class Schema {

    private static final System.Logger LOG = System.getLogger(Schema.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private boolean reported;

    @Inject
    Config config;

    @Inject
    Database database;

    @Resource
    @SuppressWarnings("NullAway.Init")
    TimerService timers;

    @PostConstruct
    void start() {
        migrate();
    }

    @Timeout
    void again() {
        migrate();
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
            timers.createSingleActionTimer(PAUSE.toMillis(), new TimerConfig(null, false));
        }
    }

    private void report(FlywayException failed) {
        if (!reported) {
            LOG.log(
                    Level.WARNING,
                    "The schema cannot be migrated; tried again every " + PAUSE.toSeconds() + " s",
                    failed);
        }
        reported = true;
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
