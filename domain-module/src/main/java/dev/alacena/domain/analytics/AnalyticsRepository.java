package dev.alacena.domain.analytics;

import dev.alacena.domain.time.Days;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Sums up habits and their records; the database does all of it, in one statement for an answer. */
@Dependent
class AnalyticsRepository {

    /**
     * The days of the range with the instants at which they end, which Java computes: PostgreSQL takes names such as CET for
     * fixed offsets, and may know other rules of a zone than those by which the caller's day was told.
     */
    private static final String DAYS =
            """
            with days as (
                select cast(:from as date) + cast(number as int) - 1 as day, to_timestamp(seconds) as ended
                from unnest(cast(:ends as bigint[])) with ordinality as ends (seconds, number)
            )
            """;

    private static final String PERFORMANCE = DAYS
            + """
            , mine as (
                select id, target_per_week, created_at from habits where user_id = :user and active
            ), plans as (
                select days.day, coalesce(round(sum(mine.target_per_week) / 7.0, 2), 0) as planned
                from days left join mine on mine.created_at < days.ended
                group by days.day
            ), deeds as (
                select record.date as day, count(*) as done
                from mine join habit_records record on record.habit_id = mine.id
                where record.date between :from and :to and record.value > 0
                group by record.date
            )
            select cast(day as text) as date, planned, coalesce(done, 0) as done,
                   least(1, coalesce(round(done / nullif(planned, 0), 4), 0)) as rate
            from plans left join deeds using (day)
            order by day
            """;

    /**
     * Gaps and islands: of days in a row the date minus its number is the same, so it names their run. It answers expressions:
     * of plain columns the driver would ask the catalogue more, by a second statement.
     */
    private static final String COMPLIANCE = DAYS
            + """
            , deeds as (
                select record.habit_id, record.date as day, record.date - cast(
                       row_number() over (partition by record.habit_id order by record.date) as int) as run
                from habits habit join habit_records record on record.habit_id = habit.id
                where habit.user_id = :user and record.value > 0
            ), runs as (
                select habit_id, min(day) as first, max(day) as last,
                       count(*) filter (where day between :from and :to) as done
                from deeds
                group by habit_id, run
            ), streaks as (
                select habit_id, sum(done) as done,
                       max(least(last, :to) - first + 1)
                           filter (where first <= :to and last >= cast(:to as date) - 1) as current,
                       max(last - first + 1) filter (where done > 0) as longest
                from runs
                group by habit_id
            ), habit as (
                select id + 0 as id, name || '' as name, round(target_per_week * (
                       select count(*) from days where created_at < ended) / 7.0, 2) as expected
                from habits
                where user_id = :user
            )
            select id, name, expected, coalesce(done, 0) as done,
                   least(1, coalesce(round(done / nullif(expected, 0), 4), 0)) as rate,
                   coalesce(current, 0) as current, coalesce(greatest(longest, current), 0) as longest
            from habit left join streaks on streaks.habit_id = habit.id
            order by id
            """;

    @PersistenceContext(unitName = "alacena")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    List<DayPerformance> performance(long user, Days days, ZoneId zone) {
        return rows(PERFORMANCE, user, days, zone).stream()
                .map(row -> new DayPerformance(
                        LocalDate.parse((String) row[0]), decimal(row[1]), number(row[2]), decimal(row[3])))
                .toList();
    }

    List<HabitCompliance> compliance(long user, Days days, ZoneId zone) {
        return rows(COMPLIANCE, user, days, zone).stream()
                .map(row -> new HabitCompliance(
                        number(row[0]),
                        (String) row[1],
                        decimal(row[2]),
                        number(row[3]),
                        decimal(row[4]),
                        number(row[5]),
                        number(row[6])))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(String statement, long user, Days days, ZoneId zone) {
        Query query = entities.createNativeQuery(statement)
                .setParameter("user", user)
                .setParameter("from", days.from())
                .setParameter("to", days.to())
                .setParameter("ends", array(days.ends(zone)));
        return query.getResultList();
    }

    private static String array(List<Instant> instants) {
        return instants.stream()
                .map(instant -> Long.toString(instant.getEpochSecond()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static long number(Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }

    private static double decimal(Object value) {
        return ((Number) Objects.requireNonNull(value)).doubleValue();
    }
}
