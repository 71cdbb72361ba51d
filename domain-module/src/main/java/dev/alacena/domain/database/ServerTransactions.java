package dev.alacena.domain.database;

import jakarta.transaction.TransactionManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.util.List;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;

/** The transactions of the server, whichever it is; Hibernate makes it, by the name in {@code persistence.xml}. */
public final class ServerTransactions extends AbstractJtaPlatform {

    private static final long serialVersionUID = 1;

    private static final List<String> MANAGERS =
            List.of("java:appserver/TransactionManager", "java:jboss/TransactionManager");

    @Override
    protected TransactionManager locateTransactionManager() {
        return manager();
    }

    @Override
    protected UserTransaction locateUserTransaction() {
        return find("java:comp/UserTransaction", UserTransaction.class);
    }

    static TransactionManager manager() {
        IllegalStateException unknown = new IllegalStateException("This server has no known transaction manager");
        for (String name : MANAGERS) {
            try {
                return find(name, TransactionManager.class);
            } catch (IllegalStateException absent) {
                unknown.addSuppressed(absent);
            }
        }
        throw unknown;
    }

    static TransactionSynchronizationRegistry registry() {
        return find("java:comp/TransactionSynchronizationRegistry", TransactionSynchronizationRegistry.class);
    }

    /** The names are constants of this class, and the server's own. */
    @SuppressWarnings("BanJNDI")
    private static <T> T find(String name, Class<T> type) {
        try {
            return type.cast(new InitialContext().lookup(name));
        } catch (NamingException absent) {
            throw new IllegalStateException("Nothing is bound to " + name, absent);
        }
    }
}
