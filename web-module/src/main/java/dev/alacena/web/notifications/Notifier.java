package dev.alacena.web.notifications;

import dev.alacena.api.event.Events;
import dev.alacena.domain.login.SessionRevoked;
import dev.alacena.domain.post.CommentAdded;
import dev.alacena.domain.task.TaskAssigned;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Publishes what concerns a user, in the transaction in which it happens. Ids only: whoever is told asks for the rest. */
@ApplicationScoped
public class Notifier {

    static final String SESSION_REVOKED = "session-revoked";

    @Inject
    Events events;

    static String subject(long user) {
        return "user:" + user;
    }

    static String session(String handle) {
        return "{\"sessionId\":\"%s\"}".formatted(handle);
    }

    void assigned(@Observes TaskAssigned task) {
        events.publish(subject(task.assignee()), "task-assigned", "{\"taskId\":%d}".formatted(task.task()));
    }

    /** Nobody is told of what they wrote themselves. */
    void commented(@Observes CommentAdded comment) {
        if (comment.author() != comment.postAuthor()) {
            String data = "{\"commentId\":%d,\"postId\":%d,\"authorId\":%d}"
                    .formatted(comment.comment(), comment.post(), comment.author());
            events.publish(subject(comment.postAuthor()), "comment-added", data);
        }
    }

    void revoked(@Observes SessionRevoked gone) {
        events.publish(subject(gone.user()), SESSION_REVOKED, session(gone.session()));
    }
}
