package dev.alacena.benchmark.shop;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The transactions of one connection, for one thread, as a server presents them to the library. Nothing but the commit costs
 * anything here.
 */
public final class Transaction implements TransactionSynchronizationRegistry {
    private final Connection connection;
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private int status = Status.STATUS_NO_TRANSACTION;

    public Transaction(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    /** What a transaction does. */
    public interface Work {
        void run(Connection connection) throws SQLException;
    }

    /** Runs the work and commits. */
    public void commit(Work work) throws SQLException {
        status = Status.STATUS_ACTIVE;
        work.run(connection);
        synchronizations.forEach(Synchronization::beforeCompletion);
        connection.commit();
        status = Status.STATUS_COMMITTED;
        synchronizations.forEach(one -> one.afterCompletion(Status.STATUS_COMMITTED));
        status = Status.STATUS_NO_TRANSACTION;
        synchronizations.clear();
        resources.clear();
    }

    @Override
    public Object getTransactionKey() {
        return this;
    }

    @Override
    public void putResource(Object key, Object value) {
        resources.put(key, value);
    }

    @Override
    public @Nullable Object getResource(Object key) {
        return resources.get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        synchronizations.add(synchronization);
    }

    @Override
    public int getTransactionStatus() {
        return status;
    }

    @Override
    public void setRollbackOnly() {
        throw new UnsupportedOperationException("every transaction commits here");
    }

    @Override
    public boolean getRollbackOnly() {
        return false;
    }
}
