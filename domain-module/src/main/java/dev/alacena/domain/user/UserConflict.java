package dev.alacena.domain.user;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** Refuses a profile because another user has the e-mail address or the user name; nothing is stored. */
@ApplicationException(rollback = true)
public final class UserConflict extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String[] fields;

    UserConflict(List<String> fields) {
        super("Taken: " + fields);
        this.fields = fields.toArray(String[]::new);
    }

    /** The names of the fields that are taken. */
    public List<String> fields() {
        return List.of(fields);
    }
}
