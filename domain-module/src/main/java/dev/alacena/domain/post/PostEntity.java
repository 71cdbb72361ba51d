package dev.alacena.domain.post;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the table {@code posts}; never leaves this package. */
@Entity
@Table(name = "posts")
@SuppressWarnings("NullAway.Init")
class PostEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "author_id", updatable = false)
    private long authorId;

    private String title;

    private String content;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected PostEntity() {}

    PostEntity(long authorId, PostContent content, Instant now) {
        this.authorId = authorId;
        createdAt = now;
        change(content, now);
    }

    final void change(PostContent wanted, Instant now) {
        title = wanted.title();
        content = wanted.content();
        updatedAt = now;
    }

    long authorId() {
        return authorId;
    }

    Post toPost() {
        return new Post(id, authorId, title, content, createdAt, updatedAt);
    }
}
