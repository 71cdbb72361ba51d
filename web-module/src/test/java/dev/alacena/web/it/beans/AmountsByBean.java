package dev.alacena.web.it.beans;

import dev.alacena.api.InvalidateCache;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateful;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;

/** A session bean that begins and ends its transactions itself, also in different calls. */
@Stateful
@TransactionManagement(TransactionManagementType.BEAN)
public class AmountsByBean {

    @Inject
    Amounts amounts;

    @Resource
    @SuppressWarnings("NullAway.Init")
    UserTransaction transaction;

    /** What happens within a transaction. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    public void commit(Work work) throws Exception {
        transaction.begin();
        work.run();
        transaction.commit();
    }

    public void rollBack(Work work) throws Exception {
        transaction.begin();
        work.run();
        transaction.rollback();
    }

    /** The transaction is within the call whose annotation invalidates. */
    @InvalidateCache(cache = "amounts", key = "{id}")
    public void set(String id, int amount, Work beforeCommit) throws Exception {
        transaction.begin();
        amounts.write(id, amount);
        beforeCommit.run();
        transaction.commit();
    }

    /** The transaction that it begins goes on after the call whose annotation invalidates. */
    @InvalidateCache(cache = "amounts", key = "{id}")
    public void begin(String id, int amount) throws Exception {
        transaction.begin();
        amounts.write(id, amount);
    }

    public void commit() throws Exception {
        transaction.commit();
    }
}
