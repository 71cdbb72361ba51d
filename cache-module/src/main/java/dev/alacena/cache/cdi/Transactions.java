package dev.alacena.cache.cdi;

import dev.alacena.cache.engine.Cupboard;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Set;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.naming.NoInitialContextException;
import org.jspecify.annotations.Nullable;

/** Finds the transaction of the calling thread, and what it has changed. Thread-safe. */
@Part
class Transactions {
    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";
    private static final Set<Integer> WRITING = Set.of(Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK);
    private static final Set<Integer> READING =
            Set.of(Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK, Status.STATUS_PREPARING);

    private final Cupboard cupboard;
    private volatile @Nullable TransactionSynchronizationRegistry registry;
    private volatile boolean none;

    @Inject
    public Transactions(Cupboard cupboard) {
        this.cupboard = cupboard;
    }

    /** What the transaction has changed; null without a transaction, or when it has changed nothing. */
    @Nullable
    Unit current() {
        TransactionSynchronizationRegistry open = open(READING);
        return open == null ? null : (Unit) open.getResource(Unit.class);
    }

    /** As {@link #current}, beginning one for a transaction that has changed nothing; null without a transaction. */
    @Nullable
    Unit join() {
        TransactionSynchronizationRegistry open = open(WRITING);
        if (open == null) {
            return null;
        }
        try {
            Unit unit = (Unit) open.getResource(Unit.class);
            return unit == null ? begin(open) : unit;
        } catch (IllegalStateException e) {
            // it has ended since, by its time-out
            return null;
        }
    }

    private Unit begin(TransactionSynchronizationRegistry open) {
        boolean active = open.getTransactionStatus() == Status.STATUS_ACTIVE;
        Unit unit = new Unit(cupboard.writes(), active);
        if (active) {
            open.registerInterposedSynchronization(unit);
        }
        open.putResource(Unit.class, unit);
        return unit;
    }

    private @Nullable TransactionSynchronizationRegistry open(Set<Integer> states) {
        TransactionSynchronizationRegistry found = registry == null ? lookUp() : registry;
        return found != null && states.contains(found.getTransactionStatus()) ? found : null;
    }

    /** In the caller's thread: elsewhere there is no java:comp. */
    @SuppressWarnings("BanJNDI") // a constant name of the platform
    private @Nullable TransactionSynchronizationRegistry lookUp() {
        if (none) {
            return null;
        }
        try {
            registry = InitialContext.doLookup(REGISTRY);
        } catch (NoInitialContextException e) {
            none = true;
        } catch (NamingException e) {
            return null;
        }
        return registry;
    }
}
