package dev.alacena.domain.database;

import dev.alacena.api.security.SecurityDatabase;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalConnectionFactoryConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalConnectionPoolConfigurationSupplier;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.eclipse.microprofile.config.Config;
import org.postgresql.xa.PGXADataSource;

/**
 * The pool of connections to PostgreSQL. Thread-safe; a connection taken inside a transaction belongs to it.
 *
 * <p>Until {@link Schema} has migrated the tables, the aggregates get no connection.
 */
@ApplicationScoped
public class Database implements SecurityDatabase {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SECONDS_TO_VALIDATE = 1;
    private static final String NONE = "The pool has no connection";

    @Inject
    Config config;

    private volatile boolean migrated;

    @SuppressWarnings("NullAway.Init")
    private AgroalDataSource pool;

    @PostConstruct
    void open() {
        DatabaseSettings settings = DatabaseSettings.from(config);
        try {
            pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .metricsEnabled(false)
                    .connectionPoolConfiguration(of -> configure(of, settings)));
        } catch (SQLException illegal) {
            throw new IllegalStateException("No pool can be made of " + settings, illegal);
        }
    }

    private static AgroalConnectionPoolConfigurationSupplier configure(
            AgroalConnectionPoolConfigurationSupplier of, DatabaseSettings settings) {
        return of.maxSize(settings.poolSize())
                .acquisitionTimeout(PATIENCE.plusSeconds(SECONDS_TO_VALIDATE))
                .establishmentRetryInterval(Duration.ofMillis(100))
                .validateOnBorrow(true)
                .connectionValidator(connection -> isAlive(connection))
                .transactionIntegration(new PooledTransactions())
                .connectionFactoryConfiguration(factory -> connectTo(settings, factory));
    }

    private static AgroalConnectionFactoryConfigurationSupplier connectTo(
            DatabaseSettings settings, AgroalConnectionFactoryConfigurationSupplier factory) {
        String seconds = Long.toString(PATIENCE.toSeconds());
        return factory.connectionProviderClass(PGXADataSource.class)
                .jdbcUrl(settings.url())
                .principal(new NamePrincipal(settings.user()))
                .credential(new SimplePassword(settings.password()))
                .loginTimeout(PATIENCE)
                .xaProperty("connectTimeout", seconds)
                .xaProperty("loginTimeout", seconds)
                .xaProperty("socketTimeout", "10")
                .xaProperty("tcpKeepAlive", "true")
                // details of errors quote values, and exceptions are logged
                .xaProperty("logServerErrorDetail", "false")
                .xaProperty("applicationName", "alacena");
    }

    private static boolean isAlive(Connection connection) {
        try {
            return connection.isValid(SECONDS_TO_VALIDATE);
        } catch (SQLException broken) {
            return false;
        }
    }

    @PreDestroy
    void close() {
        pool.close();
    }

    /** The tables are there. */
    void migrated() {
        migrated = true;
    }

    @Override
    public Connection connection() throws SQLException {
        if (!migrated) {
            throw new SQLTransientConnectionException("The schema is not migrated yet", "08001");
        }
        try {
            return pool.getConnection();
        } catch (SQLException refused) {
            throw refused.getSQLState() == null ? new SQLTransientConnectionException(NONE, "08001", refused) : refused;
        }
    }

    /** Whether the database answers now; asks it, and tells within seconds. */
    public boolean isAvailable() {
        try (Connection connection = connection()) {
            return connection.isValid(SECONDS_TO_VALIDATE);
        } catch (SQLException unavailable) {
            return false;
        }
    }
}
