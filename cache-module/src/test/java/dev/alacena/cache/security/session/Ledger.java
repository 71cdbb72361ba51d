package dev.alacena.cache.security.session;

import dev.alacena.api.security.SecurityDatabase;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.spi.InitialContextFactory;

/**
 * A transaction manager that a test steps through, for one transaction of one thread on the real database: other threads have
 * none. Found under the platform's name as long as it is open.
 */
final class Ledger implements TransactionSynchronizationRegistry, SecurityDatabase, AutoCloseable {
    private static volatile Ledger open;

    private final Thread owner = Thread.currentThread();
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private Connection connection;
    private int status = Status.STATUS_NO_TRANSACTION;

    Ledger() {
        open = this;
        System.setProperty(Context.INITIAL_CONTEXT_FACTORY, Naming.class.getName());
    }

    /** The naming of the platform. */
    public static final class Naming implements InitialContextFactory {
        @Override
        public Context getInitialContext(Hashtable<?, ?> environment) {
            return (Context) Proxy.newProxyInstance(
                    Naming.class.getClassLoader(),
                    new Class<?>[] {Context.class},
                    (proxy, method, arguments) -> method.getName().equals("lookup") ? find(arguments[0]) : null);
        }

        private static Object find(Object name) throws NameNotFoundException {
            if (name.equals("java:comp/TransactionSynchronizationRegistry")) {
                return open;
            }
            throw new NameNotFoundException(name.toString());
        }
    }

    void begin() throws SQLException {
        connection = Postgres.connect();
        connection.setAutoCommit(false);
        status = Status.STATUS_ACTIVE;
    }

    void prepare() {
        synchronizations.forEach(Synchronization::beforeCompletion);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
        end(Status.STATUS_ROLLEDBACK);
    }

    void end(int outcome) throws SQLException {
        connection.close();
        status = outcome;
        synchronizations.forEach(one -> one.afterCompletion(outcome));
        synchronizations.clear();
        resources.clear();
        status = Status.STATUS_NO_TRANSACTION;
    }

    private boolean mine() {
        return Thread.currentThread() == owner && status == Status.STATUS_ACTIVE;
    }

    /** Whoever is given the connection of the transaction cannot close it. */
    @Override
    public Connection connection() throws SQLException {
        if (!mine()) {
            return Postgres.connect();
        }
        return (Connection) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) ->
                        method.getName().equals("close") ? null : method.invoke(connection, arguments));
    }

    @Override
    public int getTransactionStatus() {
        return Thread.currentThread() == owner ? status : Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public Object getResource(Object key) {
        return resources.get(key);
    }

    @Override
    public void putResource(Object key, Object value) {
        resources.put(key, value);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        synchronizations.add(synchronization);
    }

    @Override
    public Object getTransactionKey() {
        return mine() ? this : null;
    }

    @Override
    public void setRollbackOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean getRollbackOnly() {
        return false;
    }

    @Override
    public void close() {
        System.clearProperty(Context.INITIAL_CONTEXT_FACTORY);
    }
}
