package dev.alacena.domain.post;

/**
 * Who wants to change or take out what somebody has written.
 *
 * @param user the id
 * @param administrator who may do it with everybody's
 */
public record Editor(long user, boolean administrator) {

    /**
     * Goes on only if the editor may.
     *
     * @throws PostRefused otherwise
     */
    void require(long author) {
        if (!administrator && user != author) {
            throw new PostRefused(PostRefused.Reason.NOT_OWN);
        }
    }
}
