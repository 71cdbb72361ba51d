package dev.alacena.domain.habit;

import jakarta.ejb.ApplicationException;

/** Refuses a call that has to do with habits; nothing is stored, and nothing cached. */
@ApplicationException(rollback = true)
public final class HabitRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why. */
    public enum Reason {
        /** There is no such habit. */
        NO_HABIT,
        /** There is no such record. */
        NO_RECORD,
        /** There is no such category. */
        NO_CATEGORY,
        /** It is another user's, or the user has been deleted. */
        NOT_OWN
    }

    private final Reason reason;

    HabitRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
