package dev.alacena.domain.task;

import dev.alacena.api.Cached;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/**
 * The statistics of the tasks of each user.
 *
 * <p>They depend on the day, which the key tells: no entry is served after a midnight of its zone. {@link Tasks} invalidates
 * them by their tag. Thread-safe.
 */
@Stateless
public class Statistics {

    /** The name of the cache. */
    public static final String CACHE = "task-statistics";

    @Inject
    StatisticsRepository repository;

    /**
     * The statistics of a user, through the cache.
     *
     * @throws UnknownUser if there is no such user
     */
    @Cached(
            cache = CACHE,
            key = "{user}:{window.days}:{window.zone}:{window.from}",
            ttl = "PT5M",
            tags = Tasks.OF_USER + "{user}")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public TaskStatistics of(long user, Window window) {
        return repository.find(user, window).orElseThrow(() -> new UnknownUser(user));
    }

    /**
     * The same from the database; what the cache holds is neither read nor replaced.
     *
     * @throws UnknownUser if there is no such user
     */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public TaskStatistics uncached(long user, Window window) {
        return repository.find(user, window).orElseThrow(() -> new UnknownUser(user));
    }
}
