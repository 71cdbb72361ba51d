package dev.alacena.cache.wiring;

import dev.alacena.api.security.SecurityDatabase;
import dev.alacena.cache.security.NamedDatabase;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;

/** The database of revocations and sessions: what the settings name, else a bean of the application. */
final class SecurityDatabases {
    private SecurityDatabases() {}

    static Optional<SecurityDatabase> find(Optional<String> datasource, Instance<SecurityDatabase> bean) {
        return datasource
                .<SecurityDatabase>map(NamedDatabase::new)
                .or(() -> bean.isUnsatisfied() ? Optional.empty() : Optional.of(bean.get()));
    }
}
