package dev.alacena.domain.habit;

import dev.alacena.api.CachedMethod;
import dev.alacena.api.Caches;
import dev.alacena.domain.category.CategoryDeleted;
import dev.alacena.domain.user.UserDeleted;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;

/** Takes out of the caches, with the transaction, what goes or changes when users and categories are taken out. */
@Dependent
class Departures {

    @Inject
    HabitRepository repository;

    @Inject
    Caches caches;

    void deleted(@Observes UserDeleted deleted) {
        caches.invalidateTag("habits:user:" + deleted.user());
        caches.invalidateTag("habit-lists:user:" + deleted.user());
        caches.invalidateTag("analytics:" + deleted.user());
    }

    /** The habits of that category alone: what other users have cached stays. */
    void deleted(@Observes CategoryDeleted deleted) {
        List<Object[]> habits = repository.ofCategory(deleted.category());
        CachedMethod byId = caches.method(Habits.class, "byId", long.class, long.class);
        habits.forEach(byId::invalidate);
        habits.stream().map(habit -> "habit-lists:user:" + habit[0]).distinct().forEach(caches::invalidateTag);
    }
}
