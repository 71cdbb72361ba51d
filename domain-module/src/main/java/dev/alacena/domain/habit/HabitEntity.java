package dev.alacena.domain.habit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of the table {@code habits}; never leaves this package. */
@Entity
@Table(name = "habits")
@SuppressWarnings("NullAway.Init")
class HabitEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "user_id", updatable = false)
    private long userId;

    private String name;

    @Column(name = "category_id")
    private @Nullable Long categoryId;

    @Column(name = "target_per_week")
    private int targetPerWeek;

    private boolean active = true;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt;

    /** For JPA. */
    protected HabitEntity() {}

    HabitEntity(long userId, HabitDraft draft, Instant createdAt) {
        this.userId = userId;
        this.createdAt = createdAt;
        change(draft);
    }

    final void change(HabitDraft draft) {
        name = draft.name();
        categoryId = draft.categoryId();
        targetPerWeek = draft.targetPerWeek();
        Boolean wanted = draft.active();
        active = wanted == null ? active : wanted;
    }

    HabitEntity of(long user) {
        if (userId != user) {
            throw new HabitRefused(HabitRefused.Reason.NOT_OWN);
        }
        return this;
    }

    Habit toHabit() {
        return new Habit(id, name, categoryId, targetPerWeek, active, createdAt);
    }
}
