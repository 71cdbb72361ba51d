package dev.alacena.domain.precondition;

/**
 * What a caller expects of a thing that is to be changed, asked while nobody else can change it: of two who saw the same,
 * the second is refused.
 */
@FunctionalInterface
public interface Precondition {

    /** Whatever it is. */
    Precondition NONE = current -> true;

    /** Whether the thing is as the caller saw it. */
    boolean holds(Object current);

    /**
     * Goes on only if it is.
     *
     * @throws PreconditionFailed otherwise
     */
    default void require(Object current) {
        if (!holds(current)) {
            throw new PreconditionFailed();
        }
    }
}
