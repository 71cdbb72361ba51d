package dev.alacena.cache.security;

import dev.alacena.api.security.SecurityDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The data source that the configuration names. Thread-safe. */
public final class NamedDatabase implements SecurityDatabase {
    private final String name;
    private volatile @Nullable DataSource found;

    public NamedDatabase(String name) {
        this.name = name;
    }

    @Override
    public Connection connection() throws SQLException {
        DataSource source = found;
        return (source == null ? lookUp() : source).getConnection();
    }

    /** Looks it up, if it was not found yet: threads of the library's own see no names on some servers. */
    @SuppressWarnings("BanJNDI") // a name of the configuration, which is trusted
    public DataSource lookUp() throws SQLException {
        try {
            DataSource source = InitialContext.doLookup(name);
            found = source;
            return source;
        } catch (NamingException | ClassCastException e) {
            throw new SQLException("alacena.security.datasource: there is no data source " + name, e);
        }
    }
}
