package dev.alacena.domain.precondition;

import jakarta.ejb.ApplicationException;

/** Refuses a change of a thing that is not as the caller saw it; nothing is stored. */
@ApplicationException(rollback = true)
public final class PreconditionFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    PreconditionFailed() {
        super("It has been changed since it was read.");
    }
}
