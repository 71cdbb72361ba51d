package dev.alacena.domain.habit;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.UpdateCache;
import dev.alacena.domain.habit.HabitRefused.Reason;
import dev.alacena.domain.page.Total;
import dev.alacena.domain.precondition.Precondition;
import dev.alacena.domain.user.UserLocks;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * The habits of users, each seen and changed by its user alone. Who asks is part of every key, and whose a habit is gets
 * decided by the load, so that no answer reaches another user. Refusals are never cached. Thread-safe.
 */
@Stateless
public class Habits {

    @Inject
    HabitRepository repository;

    @Inject
    UserLocks users;

    @Inject
    Clock clock;

    /**
     * A habit of this user.
     *
     * @throws HabitRefused if there is none, or if it is another user's
     */
    @Cached(cache = "habits", key = "{userId}:{id}", ttl = "PT15M", tags = "habits:user:{userId}")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Habit byId(long userId, long id) {
        return repository.find(id).orElseThrow(Habits::missing).of(userId).toHabit();
    }

    /** {@code limit} habits of this user at most, after the first {@code skip}. */
    @Cached(cache = "habit-lists", key = "{userId}:{skip}:{limit}", ttl = "PT10M", tags = "habit-lists:user:{userId}")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public HabitPage page(long userId, int skip, int limit) {
        List<Habit> habits = repository.list(userId, skip, limit);
        return new HabitPage(habits, Total.of(habits, skip, limit, () -> repository.count(userId)));
    }

    /**
     * Adds a habit.
     *
     * @throws HabitRefused if there is no such category, or if the user has been deleted
     */
    @InvalidateCache(tags = {"habit-lists:user:{userId}", "analytics:{userId}"})
    public Habit create(long userId, HabitDraft draft) {
        if (!users.keep(userId)) {
            throw new HabitRefused(Reason.NOT_OWN);
        }
        requireCategory(draft);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return repository.add(new HabitEntity(userId, draft, now)).toHabit();
    }

    /**
     * Replaces a habit.
     *
     * @throws HabitRefused if there is none, if it is another user's, or if there is no such category
     * @throws dev.alacena.domain.precondition.PreconditionFailed if the habit is not as expected
     */
    @UpdateCache(cache = "habits", key = "{userId}:{id}", ttl = "PT15M", tags = "habits:user:{userId}")
    @InvalidateCache(tags = {"habit-lists:user:{userId}", "analytics:{userId}"})
    public Habit change(long userId, long id, HabitDraft draft, Precondition expected) {
        requireCategory(draft);
        HabitEntity habit =
                repository.findForChange(id).orElseThrow(Habits::missing).of(userId);
        expected.require(habit.toHabit());
        habit.change(draft);
        return habit.toHabit();
    }

    /**
     * Takes a habit out, and its records with it.
     *
     * @throws HabitRefused if there is none, or if it is another user's
     */
    @InvalidateCache(cache = "habits", key = "{userId}:{id}")
    @InvalidateCache(tags = {"habit-lists:user:{userId}", "habit-records:{userId}:{id}", "analytics:{userId}"})
    public void delete(long userId, long id) {
        repository.remove(
                repository.findForChange(id).orElseThrow(Habits::missing).of(userId));
    }

    private void requireCategory(HabitDraft draft) {
        Long category = draft.categoryId();
        if (category != null && !repository.keepsCategory(category)) {
            throw new HabitRefused(Reason.NO_CATEGORY);
        }
    }

    private static HabitRefused missing() {
        return new HabitRefused(Reason.NO_HABIT);
    }
}
