package dev.alacena.domain.post;

import dev.alacena.api.Cached;
import dev.alacena.api.Caches;
import dev.alacena.api.InvalidateCache;
import dev.alacena.domain.page.Total;
import dev.alacena.domain.post.PostRefused.Reason;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The comments of posts: read through the cache, written with the cache. Thread-safe. */
@Stateless
public class Comments {

    /** What is cached of the comments of one post. */
    static final String OF_POST = "comments:post:";

    @Inject
    CommentRepository repository;

    @Inject
    PostRepository posts;

    @Inject
    Caches caches;

    @Inject
    Clock clock;

    @Inject
    Event<CommentAdded> added;

    /** {@code limit} comments of a post at most, after the first {@code skip}; none of a post that is not there. */
    @Cached(cache = "comments", key = "{postId}:{skip}:{limit}", ttl = "PT10M", tags = OF_POST + "{postId}")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public CommentPage page(long postId, int skip, int limit) {
        List<Comment> comments = repository.list(postId, skip, limit);
        return new CommentPage(comments, Total.of(comments, skip, limit, () -> repository.count(postId)));
    }

    /**
     * Adds a comment.
     *
     * @throws PostRefused if there is no such post, or the author has been deleted
     */
    @InvalidateCache(tags = OF_POST + "{postId}")
    @InvalidateCache(cache = "content-statistics", key = "{author}")
    public Comment create(long author, long postId, String content) {
        PostRepository.Kept kept = posts.keep(author, postId);
        if (!kept.author()) {
            throw new PostRefused(Reason.NOT_OWN);
        }
        Long postAuthor = kept.postAuthor();
        if (postAuthor == null) {
            throw new PostRefused(Reason.NO_POST);
        }
        Comment comment = repository
                .add(new CommentEntity(postId, author, content, clock.instant().truncatedTo(ChronoUnit.MICROS)))
                .toComment();
        added.fire(new CommentAdded(comment.id(), postId, postAuthor, author));
        return comment;
    }

    /**
     * Takes a comment out.
     *
     * @throws PostRefused if there is none with this id, or the editor may not
     */
    public void delete(Editor editor, long id) {
        CommentEntity entity = repository.findForChange(id).orElseThrow(() -> new PostRefused(Reason.NO_COMMENT));
        Comment comment = entity.toComment();
        editor.require(comment.authorId());
        caches.invalidateTag(OF_POST + comment.postId());
        caches.method(Posts.class, "statistics", long.class).invalidate(comment.authorId());
        repository.remove(entity);
    }
}
