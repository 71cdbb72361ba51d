package dev.alacena.domain.category;

import jakarta.ejb.ApplicationException;

/** Refuses a name that another category has; nothing is stored. */
@ApplicationException(rollback = true)
public final class CategoryTaken extends RuntimeException {

    private static final long serialVersionUID = 1;

    CategoryTaken() {
        super("Another category has this name.");
    }
}
