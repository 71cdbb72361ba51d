package dev.alacena.cache.wiring;

import dev.alacena.api.security.SecurityDatabase;
import jakarta.enterprise.inject.Instance;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The database of revocations and sessions: what the settings name, else a bean of the application. */
final class SecurityDatabases {
    private SecurityDatabases() {}

    static Optional<SecurityDatabase> find(Optional<String> datasource, Instance<SecurityDatabase> bean) {
        return datasource
                .<SecurityDatabase>map(Named::new)
                .or(() -> bean.isUnsatisfied() ? Optional.empty() : Optional.of(bean.get()));
    }

    /** A data source of the server, looked up by who needs it first: at deployment it may not be there yet. */
    private static final class Named implements SecurityDatabase {
        private final String name;
        private volatile @Nullable DataSource source;

        Named(String name) {
            this.name = name;
        }

        @Override
        public Connection connection() throws SQLException {
            DataSource known = source;
            return (known == null ? lookUp() : known).getConnection();
        }

        @SuppressWarnings("BanJNDI") // who configures the server says the name
        private DataSource lookUp() throws SQLException {
            try {
                DataSource found = InitialContext.doLookup(name);
                source = found;
                return found;
            } catch (NamingException | ClassCastException e) {
                throw new SQLException("alacena.security.datasource is no data source: " + name, "08001", e);
            }
        }
    }
}
