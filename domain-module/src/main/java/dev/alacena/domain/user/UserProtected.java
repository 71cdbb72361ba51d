package dev.alacena.domain.user;

import jakarta.ejb.ApplicationException;

/** Refuses a change that users may not make of themselves; nothing is stored. */
@ApplicationException(rollback = true)
public final class UserProtected extends RuntimeException {

    private static final long serialVersionUID = 1;

    UserProtected() {
        super("Only administrators change the e-mail address and whether a user takes part.");
    }
}
