package dev.alacena.cache.cdi;

import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.View;
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
public class Transactions {
    private static final String REGISTRY = "java:comp/TransactionSynchronizationRegistry";
    private static final Set<Integer> WRITING = Set.of(Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK);
    private static final Set<Integer> READING =
            Set.of(Status.STATUS_ACTIVE, Status.STATUS_MARKED_ROLLBACK, Status.STATUS_PREPARING);

    private final Cupboard cupboard;
    private final Requests requests;
    private volatile @Nullable TransactionSynchronizationRegistry registry;
    private volatile boolean none;

    @Inject
    public Transactions(Cupboard cupboard, Requests requests) {
        this.cupboard = cupboard;
        this.requests = requests;
    }

    /** Before anything that is remembered. */
    private long longAgo() {
        return System.nanoTime() - cupboard.journal().toNanos();
    }

    /** Whether the calling thread is in a transaction that has changed something. */
    boolean changing() {
        TransactionSynchronizationRegistry open = open(READING);
        return open != null && open.getResource(Unit.class) != null;
    }

    /** What the calling thread sees of the database. */
    View view(Request request) {
        TransactionSynchronizationRegistry open = open(READING);
        if (open == null) {
            return View.FRESH;
        }
        Unit unit = (Unit) open.getResource(Unit.class);
        View view = View.since(requests.began().orElseGet(this::longAgo));
        return unit == null ? view : unit.view(request, view);
    }

    /** What the transaction has changed, from now on; null without a transaction. */
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

    /**
     * Runs an action after the transaction of the calling thread, unless that is rolled back; at once without a transaction.
     */
    public void afterCommit(Runnable action) {
        TransactionSynchronizationRegistry open = open(WRITING);
        if (open == null) {
            action.run();
        } else if (open.getTransactionStatus() == Status.STATUS_ACTIVE) {
            open.registerInterposedSynchronization(new AfterCommit(action));
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
