package dev.alacena.api.security;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The database that is the authority of revocations and sessions, for an application whose data source has no JNDI name: a
 * CDI bean of this type. Other applications set {@code alacena.security.datasource}.
 */
@FunctionalInterface
public interface SecurityDatabase {

    /**
     * A connection that takes part in the transaction of the calling thread, if there is one, and commits each statement by
     * itself if there is none. The caller closes it. It must not wait long for one: requests wait for it.
     */
    Connection connection() throws SQLException;
}
