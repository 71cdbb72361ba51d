package dev.alacena.api.security;

import java.sql.SQLException;

/** The database did not write down what it is the authority of; nothing has changed. */
public final class SecurityDatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public SecurityDatabaseException(SQLException cause) {
        super("the database of revocations and sessions did not write this down", cause);
    }
}
