package dev.alacena.history.application;

import com.arjuna.ats.jta.common.JTAEnvironmentBean;
import com.arjuna.ats.jta.common.jtaPropertyManager;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.narayana.NarayanaTransactionIntegration;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.postgresql.xa.PGXADataSource;

/** The rows. Inside of a transaction its connection is used, else one of its own. Thread-safe. */
@ApplicationScoped
class Database {
    private static final String FIND = "SELECT v, nonce FROM item WHERE id = ?";

    /** What was written is written down in the same transaction: the truth, whatever becomes of this process. */
    private static final String WRITE =
            """
            WITH new AS (UPDATE item SET v = v + 1, nonce = ? WHERE id = ? RETURNING id, v, nonce),
            log AS (INSERT INTO written SELECT id, v, nonce FROM new)
            SELECT v FROM new""";

    private AgroalDataSource pool;

    @PostConstruct
    void open() {
        Setup setup = Setup.read();
        JTAEnvironmentBean jta = jtaPropertyManager.getJTAEnvironmentBean();
        try {
            pool = AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                    .metricsEnabled(false)
                    .connectionPoolConfiguration(of -> of.maxSize(2 * setup.threads() + 2)
                            .acquisitionTimeout(Duration.ofSeconds(5))
                            .transactionIntegration(new NarayanaTransactionIntegration(
                                    jta.getTransactionManager(), jta.getTransactionSynchronizationRegistry()))
                            .connectionFactoryConfiguration(
                                    factory -> factory.connectionProviderClass(PGXADataSource.class)
                                            .jdbcUrl(setup.database()))));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @PreDestroy
    void close() {
        pool.close();
    }

    Item find(int row) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setInt(1, row);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return new Item(row, found.getInt(1), found.getLong(2));
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    Item write(int row, long nonce) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setLong(1, nonce);
            statement.setInt(2, row);
            try (ResultSet written = statement.executeQuery()) {
                written.next();
                return new Item(row, written.getInt(1), nonce);
            }
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** From now on the transaction sees the database as it is now. */
    void takeSnapshot() {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
            statement.execute("SELECT 1");
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
