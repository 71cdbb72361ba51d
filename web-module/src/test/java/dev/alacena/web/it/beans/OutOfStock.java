package dev.alacena.web.it.beans;

import jakarta.ejb.ApplicationException;

/** Thrown by a loader. */
@ApplicationException
public final class OutOfStock extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int call;

    OutOfStock(int call) {
        this.call = call;
    }

    /** The call that threw it. */
    public int call() {
        return call;
    }
}
