package dev.alacena.web.it.beans;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.domain.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** Amounts in the database, in whatever transaction the caller has. */
@ApplicationScoped
public class Amounts {

    private final AtomicInteger loads = new AtomicInteger();

    @Inject
    Database database;

    /** How often an amount was read in the database. */
    public int loads() {
        return loads.get();
    }

    @Cached(cache = "amounts", key = "{id}", ttl = "PT5M")
    public int amount(String id) throws SQLException {
        loads.incrementAndGet();
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement("select amount from amounts where id = ?")) {
            select.setString(1, id);
            try (ResultSet found = select.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    @InvalidateCache(cache = "amounts", key = "{id}")
    public void set(String id, int amount) throws SQLException {
        write(id, amount);
    }

    @Transactional(TxType.NOT_SUPPORTED)
    @InvalidateCache(cache = "amounts", key = "{id}")
    public void setOutside(String id, int amount) throws SQLException {
        write(id, amount);
    }

    @Transactional(dontRollbackOn = OutOfStock.class)
    @InvalidateCache(cache = "amounts", key = "{id}")
    public void setAndFail(String id, int amount) throws SQLException {
        write(id, amount);
        throw new OutOfStock(amount);
    }

    /** What no annotation follows. */
    public void write(String id, int amount) throws SQLException {
        execute(
                "insert into amounts values (?, ?) on conflict (id) do update set amount = excluded.amount",
                id,
                amount);
    }

    public void createTable() throws SQLException {
        execute("create table if not exists amounts (id text primary key, amount int not null)");
    }

    private void execute(String statement, Object... values) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement prepared = connection.prepareStatement(statement)) {
            for (int number = 0; number < values.length; number++) {
                prepared.setObject(number + 1, values[number]);
            }
            prepared.execute();
        }
    }
}
