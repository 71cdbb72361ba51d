package dev.alacena.domain.task;

import jakarta.ejb.ApplicationException;

/** There are no statistics of somebody who is no user; not cached, as no exception is. */
@ApplicationException
public final class UnknownUser extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownUser(long user) {
        super("No user has the id " + user);
    }
}
