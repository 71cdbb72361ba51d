package dev.alacena.domain.post;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code posts}, with the locks that writes to {@code comments} need. */
@Dependent
class PostRepository {

    @PersistenceContext(unitName = "alacena")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    Optional<PostEntity> find(long id) {
        return Optional.ofNullable(entities.find(PostEntity.class, id));
    }

    /** The post, to which nobody adds comments until the transaction ends. */
    @SuppressWarnings("unchecked")
    Optional<PostEntity> findForChange(long id) {
        return entities.createNativeQuery("select * from posts where id = :id for update", PostEntity.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The newest first, each with the beginning of its content. */
    List<Post> list(long author, int skip, int limit) {
        return entities.createQuery(
                        "select new dev.alacena.domain.post.Post(p.id, p.authorId, p.title, left(p.content, 200),"
                                + " p.createdAt, p.updatedAt)"
                                + " from PostEntity p where p.authorId = :author order by p.id desc",
                        Post.class)
                .setParameter("author", author)
                .setFirstResult(skip)
                .setMaxResults(limit)
                .getResultList();
    }

    long count(long author) {
        return entities.createQuery("select count(p) from PostEntity p where p.authorId = :author", Long.class)
                .setParameter("author", author)
                .getSingleResult();
    }

    PostEntity add(PostEntity post) {
        entities.persist(post);
        return post;
    }

    void remove(PostEntity post) {
        entities.remove(post);
    }

    /**
     * What somebody needs who comments a post.
     *
     * @param author whether there is this author
     * @param postAuthor whose the post is; null if there is none, or no such author
     */
    record Kept(boolean author, @Nullable Long postAuthor) {}

    /**
     * Who comments a post, and the post; both then stay until the transaction ends. The user is locked first, as everywhere: the
     * post is looked for only after the author was found.
     */
    Kept keep(long author, long post) {
        Object[] kept = (Object[]) entities.createNativeQuery(
                        """
                        with author as (
                            select id from users where id = :author for key share
                        ), post as (
                            select author_id from posts where id = :post and exists (select from author) for key share
                        )
                        select exists (select from author) as author, (select author_id + 0 from post) as post_author
                        """)
                .setParameter("author", author)
                .setParameter("post", post)
                .getSingleResult();
        return new Kept((Boolean) kept[0], (Long) kept[1]);
    }

    /** The posts of a user, which nobody comments until the transaction ends. */
    @SuppressWarnings("unchecked")
    List<Long> closeOf(long author) {
        return entities.createNativeQuery(
                        "select id from posts where author_id = :author order by id for update", Long.class)
                .setParameter("author", author)
                .getResultList();
    }
}
