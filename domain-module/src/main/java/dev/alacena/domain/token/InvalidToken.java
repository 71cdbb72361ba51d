package dev.alacena.domain.token;

import jakarta.ejb.ApplicationException;

/** A token that is not accepted. The message says why, for the log, and has nothing of the token in it. */
@ApplicationException
public final class InvalidToken extends Exception {

    private static final long serialVersionUID = 1;

    private final String holder;

    InvalidToken(String why) {
        this(why, "");
    }

    /** One that was verified, and is refused nevertheless. */
    public InvalidToken(String why, String holder) {
        super(why);
        this.holder = holder;
    }

    InvalidToken(String why, Throwable cause) {
        super(why, cause);
        this.holder = "";
    }

    /** {@link VerifiedToken#holder}; empty for a token that was not verified, as one that has expired. */
    public String holder() {
        return holder;
    }
}
