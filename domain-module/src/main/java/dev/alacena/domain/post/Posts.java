package dev.alacena.domain.post;

import dev.alacena.api.Cached;
import dev.alacena.api.CachedMethod;
import dev.alacena.api.Caches;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.UpdateCache;
import dev.alacena.domain.page.Total;
import dev.alacena.domain.post.PostRefused.Reason;
import dev.alacena.domain.precondition.Precondition;
import dev.alacena.domain.user.UserDeleted;
import dev.alacena.domain.user.UserLocks;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The posts: read through the cache, written with the cache.
 *
 * <p>What is cached of a user carries the tag {@code posts:user:{id}}, what of the comments of a post {@code
 * comments:post:{id}}. Thread-safe.
 */
@Stateless
public class Posts {

    /** What is cached of the posts of one user. */
    static final String OF_USER = "posts:user:";

    @Inject
    PostRepository repository;

    @Inject
    CommentRepository comments;

    @Inject
    UserLocks users;

    @Inject
    Caches caches;

    @Inject
    Clock clock;

    /** The post with this id; empty if there is none. */
    @Cached(cache = "posts", key = "{id}", ttl = "PT15M")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Optional<Post> byId(long id) {
        return repository.find(id).map(PostEntity::toPost);
    }

    /** {@code limit} posts of a user at most, after the first {@code skip}. */
    @Cached(cache = "user-posts", key = "{userId}:{skip}:{limit}", ttl = "PT10M", tags = OF_USER + "{userId}")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public PostPage page(long userId, int skip, int limit) {
        List<Post> posts = repository.list(userId, skip, limit);
        return new PostPage(posts, Total.of(posts, skip, limit, () -> repository.count(userId)));
    }

    /** How much a user has written, nothing for somebody who is none. */
    @Cached(cache = "content-statistics", key = "{userId}", ttl = "PT5M")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public ContentStatistics statistics(long userId) {
        return comments.statistics(userId);
    }

    /**
     * Adds a post. The cache may hold that there is none with this id, so it is told.
     *
     * @throws PostRefused if the author has been deleted
     */
    @InvalidateCache(cache = "posts", key = "{result.id}")
    @InvalidateCache(cache = "content-statistics", key = "{author}")
    @InvalidateCache(tags = OF_USER + "{author}")
    public Post create(long author, PostContent content) {
        if (!users.keep(author)) {
            throw new PostRefused(Reason.NOT_OWN);
        }
        return repository.add(new PostEntity(author, content, now())).toPost();
    }

    /**
     * Replaces what a post says.
     *
     * @throws PostRefused if there is none with this id, or the editor may not
     * @throws dev.alacena.domain.precondition.PreconditionFailed if the post is not as expected
     */
    @UpdateCache(cache = "posts", key = "{id}", ttl = "PT15M")
    public Optional<Post> change(Editor editor, long id, PostContent content, Precondition expected) {
        PostEntity post = forEditing(editor, id);
        expected.require(post.toPost());
        post.change(content, now());
        caches.invalidateTag(OF_USER + post.authorId());
        return Optional.of(post.toPost());
    }

    /**
     * Takes a post out, and its comments with it.
     *
     * @throws PostRefused if there is none with this id, or the editor may not
     */
    @InvalidateCache(cache = "posts", key = "{id}")
    @InvalidateCache(tags = Comments.OF_POST + "{id}")
    public void delete(Editor editor, long id) {
        PostEntity post = forEditing(editor, id);
        caches.invalidateTag(OF_USER + post.authorId());
        forgetStatistics(List.of(post.authorId()));
        forgetStatistics(comments.authors(List.of(id)));
        repository.remove(post);
    }

    /** With a user go the posts, their comments, and what the user has said of others' posts. */
    public void left(@Observes UserDeleted gone) {
        users.close(gone.user());
        List<Long> posts = repository.closeOf(gone.user());
        CachedMethod byId = caches.method(Posts.class, "byId", long.class);
        posts.forEach(byId::invalidate);
        posts.forEach(post -> caches.invalidateTag(Comments.OF_POST + post));
        comments.postsCommentedBy(gone.user()).forEach(post -> caches.invalidateTag(Comments.OF_POST + post));
        caches.invalidateTag(OF_USER + gone.user());
        forgetStatistics(List.of(gone.user()));
        forgetStatistics(comments.authors(posts));
    }

    private PostEntity forEditing(Editor editor, long id) {
        PostEntity post = repository.findForChange(id).orElseThrow(() -> new PostRefused(Reason.NO_POST));
        editor.require(post.authorId());
        return post;
    }

    /** Whose they are is known here only, not to the caller: no annotation can name it. */
    private void forgetStatistics(List<Long> users) {
        CachedMethod statistics = caches.method(Posts.class, "statistics", long.class);
        users.forEach(statistics::invalidate);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
