package dev.alacena.domain.analytics;

import dev.alacena.api.Cached;
import dev.alacena.domain.time.Days;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;

/**
 * How users keep their habits. The zone tells when a day ends, and so on which day a habit came to be. What it all rests on is
 * told by {@link DayPerformance} and {@link HabitCompliance}; whoever changes habits or records of a user invalidates the tag
 * {@code analytics:{userId}}. Nothing in an answer depends on when it is asked for. Thread-safe.
 */
@Stateless
public class Analytics {

    @Inject
    AnalyticsRepository repository;

    /** Each of these days, in their order. */
    @Cached(
            cache = "performance",
            key = "{userId}:{days.from}:{days.to}:{zone}",
            ttl = "PT1H",
            tags = "analytics:{userId}")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<DayPerformance> performance(long userId, Days days, ZoneId zone) {
        return repository.performance(userId, days, zone);
    }

    /** Each habit of the user, ordered by id. */
    @Cached(
            cache = "compliance",
            key = "{userId}:{days.from}:{days.to}:{zone}",
            ttl = "PT1H",
            tags = "analytics:{userId}")
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public List<HabitCompliance> compliance(long userId, Days days, ZoneId zone) {
        return repository.compliance(userId, days, zone);
    }
}
