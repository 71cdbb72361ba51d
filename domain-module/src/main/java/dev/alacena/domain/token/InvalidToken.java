package dev.alacena.domain.token;

import jakarta.ejb.ApplicationException;

/** A token that is not accepted. The message says why, for the log, and has nothing of the token in it. */
@ApplicationException
public final class InvalidToken extends Exception {

    private static final long serialVersionUID = 1;

    private final String who;

    InvalidToken(String why) {
        this(why, "");
    }

    /** One whose signature is right. */
    public InvalidToken(String why, String who) {
        super(why);
        this.who = who;
    }

    InvalidToken(String why, Throwable cause) {
        super(why, cause);
        this.who = "";
    }

    /** Whose it is, as {@link VerifiedToken#holder} says; empty where that may be made up. */
    public String who() {
        return who;
    }
}
