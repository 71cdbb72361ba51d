package dev.alacena.domain.task;

import jakarta.ejb.ApplicationException;

/** Refuses a task for somebody who is no user; nothing is stored. */
@ApplicationException(rollback = true)
public final class UnknownAssignee extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownAssignee(long assignee) {
        super("No user has the id " + assignee);
    }
}
