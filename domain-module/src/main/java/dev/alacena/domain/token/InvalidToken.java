package dev.alacena.domain.token;

import jakarta.ejb.ApplicationException;

/** A token that is not accepted. The message says why, for the log, and has nothing of the token in it. */
@ApplicationException
public final class InvalidToken extends Exception {

    private static final long serialVersionUID = 1;

    public InvalidToken(String why) {
        super(why);
    }

    InvalidToken(String why, Throwable cause) {
        super(why, cause);
    }
}
