package dev.alacena.domain.user;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A row of the table {@code users}; never leaves this package. */
@Entity
@Table(name = "users")
@SuppressWarnings("NullAway.Init")
class UserEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String username;

    private String email;

    @Column(name = "full_name")
    private String fullName;

    private boolean active = true;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** For JPA. */
    protected UserEntity() {}

    UserEntity(UserProfile profile) {
        change(profile);
        createdAt = updatedAt;
    }

    final void change(UserProfile profile) {
        username = profile.username();
        email = profile.email().value();
        fullName = profile.fullName();
        Boolean wanted = profile.active();
        active = wanted == null ? active : wanted;
        updatedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Whether the user may change to this alone. Logins and outside providers name a user by the e-mail address, so who
     * chose it freely could be somebody else.
     */
    boolean isOwnChange(UserProfile profile) {
        Boolean wanted = profile.active();
        return email().equals(profile.email()) && (wanted == null || wanted == active);
    }

    Email email() {
        return new Email(email);
    }

    User toUser() {
        return new User(id, username, email, fullName, active, createdAt, updatedAt);
    }
}
