package dev.alacena.history.application;

import java.sql.SQLException;

/** The database refused. */
final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseFailure(SQLException cause) {
        super(cause);
    }
}
