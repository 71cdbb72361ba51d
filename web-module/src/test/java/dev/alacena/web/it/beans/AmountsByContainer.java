package dev.alacena.web.it.beans;

import dev.alacena.api.InvalidateCache;
import jakarta.annotation.Resource;
import jakarta.ejb.AsyncResult;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;

/** A session bean whose transactions are the container's, each one of its own. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AmountsByContainer {

    @Inject
    Amounts amounts;

    @Resource
    @SuppressWarnings("NullAway.Init")
    SessionContext context;

    public int amount(String id) throws SQLException {
        return amounts.amount(id);
    }

    @InvalidateCache(cache = "amounts", key = "{id}")
    public void set(String id, int amount) throws SQLException {
        amounts.write(id, amount);
    }

    @InvalidateCache(cache = "amounts", key = "{id}")
    public void setAndRollBack(String id, int amount) throws SQLException {
        amounts.write(id, amount);
        context.setRollbackOnly();
    }

    /** Its exception is the application's, and rolls nothing back. */
    @InvalidateCache(cache = "amounts", key = "{id}")
    public void setAndFail(String id, int amount) throws SQLException, TimeoutException {
        amounts.write(id, amount);
        throw new TimeoutException("a failure of the application");
    }

    /** Its exception rolls back. */
    @InvalidateCache(cache = "amounts", key = "{id}")
    public void setAndBreak(String id, int amount) throws SQLException {
        amounts.write(id, amount);
        throw new IllegalStateException("a failure of the system");
    }

    @Asynchronous
    @InvalidateCache(cache = "amounts", key = "{id}")
    public Future<Boolean> setLater(String id, int amount) throws SQLException {
        amounts.write(id, amount);
        return new AsyncResult<>(true);
    }
}
