package dev.alacena.domain.post;

import jakarta.ejb.ApplicationException;

/** Refuses what cannot be done with a post or a comment; nothing is stored. */
@ApplicationException(rollback = true)
public final class PostRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** There is no such post. */
        NO_POST,
        /** There is no such comment. */
        NO_COMMENT,
        /** It is somebody else's, or the caller has been deleted. */
        NOT_OWN
    }

    private final Reason reason;

    PostRefused(Reason reason) {
        super(reason.toString());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
