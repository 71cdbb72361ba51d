package dev.alacena.history.application;

import com.arjuna.ats.jta.common.jtaPropertyManager;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/** Transactions around pieces of work. */
@ApplicationScoped
class Units {
    private final TransactionSynchronizationRegistry registry =
            jtaPropertyManager.getJTAEnvironmentBean().getTransactionSynchronizationRegistry();

    /** What is done in a transaction. */
    interface Work {
        void run() throws Complaint;
    }

    @Transactional
    public void required(Work work) throws Complaint {
        work.run();
    }

    /** Whether the transaction of the caller goes on: its manager may have rolled it back by time-out. */
    public boolean live() {
        return registry.getTransactionStatus() == Status.STATUS_ACTIVE;
    }

    /** The transaction of the caller will be rolled back, without an exception. */
    public void mark() {
        registry.setRollbackOnly();
    }
}
