package dev.alacena.history.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Transactions of their own inside of others; another bean than {@link Units}, which Weld does not intercept twice. */
@ApplicationScoped
class InnerUnits {

    @Transactional(TxType.REQUIRES_NEW)
    public void run(Units.Work work) throws Complaint {
        work.run();
    }
}
