package dev.alacena.domain.post;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The table {@code comments}. */
@Dependent
class CommentRepository {

    @PersistenceContext(unitName = "alacena")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    Optional<CommentEntity> findForChange(long id) {
        return Optional.ofNullable(entities.find(CommentEntity.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The oldest first. */
    List<Comment> list(long post, int skip, int limit) {
        return entities.createQuery(
                        "select c from CommentEntity c where c.postId = :post order by c.id", CommentEntity.class)
                .setParameter("post", post)
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultStream()
                .map(CommentEntity::toComment)
                .toList();
    }

    long count(long post) {
        return entities.createQuery("select count(c) from CommentEntity c where c.postId = :post", Long.class)
                .setParameter("post", post)
                .getSingleResult();
    }

    CommentEntity add(CommentEntity comment) {
        entities.persist(comment);
        return comment;
    }

    void remove(CommentEntity comment) {
        entities.remove(comment);
    }

    /** Who has commented one of these posts. */
    List<Long> authors(List<Long> posts) {
        return posts.isEmpty()
                ? List.of()
                : entities.createQuery(
                                "select distinct c.authorId from CommentEntity c where c.postId in :posts", Long.class)
                        .setParameter("posts", posts)
                        .getResultList();
    }

    /** The posts that a user has commented. */
    List<Long> postsCommentedBy(long author) {
        return entities.createQuery(
                        "select distinct c.postId from CommentEntity c where c.authorId = :author", Long.class)
                .setParameter("author", author)
                .getResultList();
    }

    /** Two counts of their own: a join would multiply them. */
    ContentStatistics statistics(long user) {
        return entities.createQuery(
                        "select new dev.alacena.domain.post.ContentStatistics("
                                + "cast(:user as Long),"
                                + " (select count(p) from PostEntity p where p.authorId = :user),"
                                + " (select count(c) from CommentEntity c where c.authorId = :user))",
                        ContentStatistics.class)
                .setParameter("user", user)
                .getSingleResult();
    }
}
