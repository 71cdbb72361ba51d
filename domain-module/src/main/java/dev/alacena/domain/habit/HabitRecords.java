package dev.alacena.domain.habit;

import dev.alacena.api.Cached;
import dev.alacena.api.Caches;
import dev.alacena.api.InvalidateCache;
import dev.alacena.domain.time.Days;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;

/**
 * What was done of habits, day by day; seen and changed by the user of the habit alone. Who asks is part of every key and tag, so
 * that others, who are refused, take nothing of it out of the cache. Thread-safe.
 */
@Stateless
public class HabitRecords {

    @Inject
    RecordRepository repository;

    @Inject
    Caches caches;

    /**
     * The records of a habit on these days, ordered by date.
     *
     * @throws HabitRefused if there is no such habit, or if it is another user's
     */
    @Cached(
            cache = "habit-records",
            key = "{userId}:{habitId}:{days.from}:{days.to}",
            ttl = "PT15M",
            tags = {"habit-records:{userId}:{habitId}", "habits:user:{userId}"})
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<HabitRecord> list(long userId, long habitId, Days days) {
        return repository.list(userId, habitId, days);
    }

    /**
     * Stores a record in the place of the one of that day.
     *
     * @throws HabitRefused if there is no such habit, or if it is another user's
     */
    @InvalidateCache(tags = {"habit-records:{userId}:{habitId}", "analytics:{userId}"})
    public StoredRecord put(long userId, long habitId, RecordDraft draft) {
        return repository.put(userId, habitId, draft);
    }

    /**
     * Takes a record out. Its habit is known here only, not to the caller: no annotation can name it.
     *
     * @throws HabitRefused if there is no such record, or if it is another user's
     */
    @InvalidateCache(tags = "analytics:{userId}")
    public void delete(long userId, long id) {
        long habit = repository.remove(userId, id);
        caches.invalidateTag("habit-records:" + userId + ":" + habit);
    }
}
