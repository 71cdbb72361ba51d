package dev.alacena.domain.database;

import io.agroal.api.transaction.TransactionAware;
import io.agroal.api.transaction.TransactionIntegration;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import javax.transaction.xa.XAResource;
import org.jspecify.annotations.Nullable;

/**
 * Ties a pooled connection to the transaction of the thread: one connection for each transaction, given back when it
 * has ended.
 *
 * <p>There is no recovery of two-phase commits: the database is the only resource, and a transaction with one resource
 * commits in one phase.
 */
final class PooledTransactions implements TransactionIntegration {

    private final TransactionManager manager = ServerTransactions.manager();
    private final TransactionSynchronizationRegistry registry = ServerTransactions.registry();

    @Override
    public @Nullable TransactionAware getTransactionAware() throws SQLException {
        return isRunning() ? (TransactionAware) registry.getResource(this) : null;
    }

    @Override
    public void associate(TransactionAware connection, XAResource resource) throws SQLException {
        if (isRunning()) {
            // the driver allows no change of auto-commit once the resource is enlisted
            connection.transactionStart();
            if (registry.getResource(this) == null) {
                enlist(connection, resource);
            }
        }
        connection.transactionCheckCallback(this::isRunning);
    }

    private void enlist(TransactionAware connection, XAResource resource) throws SQLException {
        try {
            manager.getTransaction().enlistResource(resource);
        } catch (RollbackException | SystemException | IllegalStateException refused) {
            throw new SQLException("The connection cannot take part in the transaction", refused);
        }
        registry.registerInterposedSynchronization(new End(connection));
        registry.putResource(this, connection);
    }

    @Override
    public boolean disassociate(TransactionAware connection) throws SQLException {
        if (isRunning()) {
            registry.putResource(this, null);
        }
        return true;
    }

    @Override
    public void addResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        // one resource, one phase
    }

    @Override
    public void removeResourceRecoveryFactory(ResourceRecoveryFactory factory) {
        // one resource, one phase
    }

    private boolean isRunning() throws SQLException {
        try {
            int status = manager.getStatus();
            return status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK;
        } catch (SystemException unknown) {
            throw new SQLException("The state of the transaction is not known", unknown);
        }
    }

    /** Gives the connection back at the end of its transaction. */
    private record End(TransactionAware connection) implements Synchronization {

        @Override
        public void beforeCompletion() {
            connection.transactionBeforeCompletion(true);
        }

        @Override
        public void afterCompletion(int status) {
            try {
                connection.transactionEnd();
            } catch (SQLException broken) {
                connection.setFlushOnly();
            }
        }
    }
}
