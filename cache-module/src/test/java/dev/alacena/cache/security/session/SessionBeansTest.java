package dev.alacena.cache.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.CacheStatistics;
import dev.alacena.api.Cached;
import dev.alacena.api.Caches;
import dev.alacena.api.security.SecurityDatabase;
import dev.alacena.api.security.SessionOrigin;
import dev.alacena.api.security.SessionsUnavailableException;
import dev.alacena.api.security.UserSessions;
import dev.alacena.api.security.UserSessions.Begun;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Applications inject sessions; who keeps them is a matter of what there is. */
class SessionBeansTest {
    private static final SessionOrigin HOME = new SessionOrigin("::1", "Browser");

    /** The database of an application. */
    @ApplicationScoped
    static class Pool implements SecurityDatabase {
        @Override
        public Connection connection() throws SQLException {
            return Postgres.connect();
        }
    }

    /** An application that takes a name of the library. */
    @ApplicationScoped
    static class Usurper {
        @Cached(cache = "alacena-sessions", key = "{id}")
        public String find(String id) {
            return id;
        }
    }

    @AfterEach
    void forget() {
        System.clearProperty("alacena.security.datasource");
        System.clearProperty("alacena.sessions.idle");
    }

    @Test
    void withoutADatabaseMemoryKeepsThem() {
        try (WeldContainer container = new Weld().initialize()) {
            UserSessions sessions = container.select(UserSessions.class).get();
            Begun<String> begun = sessions.begin("ann", "data", HOME);
            assertThat(sessions.find(begun.id(), String.class)).contains(begun.session());
            assertThat(sessions.find(begun.id(), Integer.class)).isEmpty();
            assertThat(container.select(Caches.class).get().statistics())
                    .filteredOn(cache -> cache.cache().equals("alacena-sessions"))
                    .extracting(CacheStatistics::faults)
                    .containsExactly(1L);
        }
    }

    @Test
    void aDatabaseOfTheApplicationKeepsThem() throws SQLException {
        try (WeldContainer container = new Weld().addBeanClasses(Pool.class).initialize()) {
            UserSessions sessions = container.select(UserSessions.class).get();
            Begun<String> begun = sessions.begin("ann", "data", HOME);
            assertThat(sessions.find(begun.id(), String.class)).contains(begun.session());
            try (Connection connection = Postgres.connect();
                    PreparedStatement statement =
                            connection.prepareStatement("SELECT data FROM alacena_sessions WHERE handle = ?")) {
                statement.setString(1, begun.session().handle());
                ResultSet kept = statement.executeQuery();
                assertThat(kept.next()).isTrue();
                assertThat(kept.getString(1)).isEqualTo("\"data\"");
            }
        }
    }

    @Test
    void aDatabaseThatIsConfiguredAndNotThereIsSaid() {
        System.setProperty("alacena.security.datasource", "jdbc/nowhere");
        try (WeldContainer container = new Weld().addBeanClasses(Pool.class).initialize()) {
            UserSessions sessions = container.select(UserSessions.class).get();
            assertThatThrownBy(() -> sessions.of("ann"))
                    .isInstanceOf(SessionsUnavailableException.class)
                    .hasStackTraceContaining("jdbc/nowhere");
        }
    }

    @Test
    void timesThatMakeNoSenseRefuseTheDeployment() {
        System.setProperty("alacena.sessions.idle", "PT10S");
        assertThatThrownBy(() -> new Weld().initialize())
                .hasMessageContaining("ALA024")
                .hasMessageContaining("alacena.sessions.touch-interval");
    }

    @Test
    void noCacheOfTheApplicationHasANameOfTheLibrary() {
        assertThatThrownBy(() -> new Weld().addBeanClasses(Usurper.class).initialize())
                .hasMessageContaining("ALA010")
                .hasMessageContaining("alacena-sessions");
    }
}
