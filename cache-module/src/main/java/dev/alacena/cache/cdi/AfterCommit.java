package dev.alacena.cache.cdi;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;

/** Runs an action when a transaction has committed, or nobody knows whether it has. */
record AfterCommit(Runnable action) implements Synchronization {

    @Override
    public void beforeCompletion() {
        // nothing is visible yet
    }

    @Override
    public void afterCompletion(int status) {
        if (status != Status.STATUS_ROLLEDBACK) {
            action.run();
        }
    }
}
