package dev.alacena.domain.post;

import dev.alacena.domain.text.Text;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A row of the table {@code comments}; never leaves this package. */
@Entity
@Table(name = "comments")
@SuppressWarnings("NullAway.Init")
class CommentEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "post_id", updatable = false)
    private long postId;

    @Column(name = "author_id", updatable = false)
    private long authorId;

    private String content;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** For JPA. */
    protected CommentEntity() {}

    CommentEntity(long postId, long authorId, String content, Instant now) {
        this.postId = postId;
        this.authorId = authorId;
        this.content = Text.require(content.strip(), PostContent.COMMENT, "comment");
        createdAt = now;
    }

    Comment toComment() {
        return new Comment(id, postId, authorId, content, createdAt);
    }
}
