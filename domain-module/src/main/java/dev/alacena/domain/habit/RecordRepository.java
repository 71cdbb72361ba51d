package dev.alacena.domain.habit;

import dev.alacena.domain.habit.HabitRefused.Reason;
import dev.alacena.domain.time.Days;
import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The table {@code habit_records}. */
@Dependent
class RecordRepository {

    @PersistenceContext(unitName = "alacena")
    @SuppressWarnings("NullAway.Init")
    EntityManager entities;

    /**
     * The records of a habit, ordered by date; one statement tells whose the habit is, too. It answers expressions: of plain
     * columns the driver would ask the catalogue more, by a second statement.
     *
     * @throws HabitRefused if there is no such habit, or if it is another user's
     */
    @SuppressWarnings("unchecked")
    List<HabitRecord> list(long user, long habit, Days days) {
        List<Object[]> rows = entities.createNativeQuery(
                        """
                        select h.user_id + 0 as owner, r.id + 0 as id, cast(r.date as text) as day,
                               r.value + 0 as value, r.note || '' as note
                        from habits h
                             left join habit_records r on r.habit_id = h.id and r.date between :from and :to
                        where h.id = :habit
                        order by r.date
                        """)
                .setParameter("habit", habit)
                .setParameter("from", days.from())
                .setParameter("to", days.to())
                .getResultList();
        requireOwn(user, rows.stream().map(row -> row[0]).findFirst());
        return rows.stream()
                .filter(row -> row[1] != null)
                .map(row -> record(habit, row))
                .toList();
    }

    private static HabitRecord record(long habit, Object[] row) {
        LocalDate date = LocalDate.parse((String) row[2]);
        return new HabitRecord(number(row[1]), habit, date, (BigDecimal) row[3], (String) row[4]);
    }

    private static void requireOwn(long user, Optional<Object> owner) {
        if (number(owner.orElseThrow(() -> new HabitRefused(Reason.NO_HABIT))) != user) {
            throw new HabitRefused(Reason.NOT_OWN);
        }
    }

    /**
     * Puts a record in the place of the one of that day, or where there is none. One statement: the habit that it finds stays
     * until the transaction ends.
     *
     * @throws HabitRefused if there is no such habit, or if it is another user's
     */
    @SuppressWarnings("unchecked")
    StoredRecord put(long user, long habit, RecordDraft draft) {
        // a row that was there has been locked before it was replaced, and tells by its xmax
        List<Object[]> rows = entities.createNativeQuery(
                        """
                        with kept as (
                            select id, user_id from habits where id = :habit for key share
                        ), stored as (
                            insert into habit_records (habit_id, date, value, note)
                            select id, :date, :value, cast(:note as text) from kept where user_id = :user
                            on conflict (habit_id, date) do update set value = excluded.value, note = excluded.note
                            returning id, (xmax = 0) as fresh
                        )
                        select kept.user_id + 0 as owner, stored.id + 0 as id, stored.fresh
                        from kept left join stored on true
                        """)
                .setParameter("user", user)
                .setParameter("habit", habit)
                .setParameter("date", draft.date())
                .setParameter("value", draft.value())
                .setParameter("note", draft.note())
                .getResultList();
        requireOwn(user, rows.stream().map(row -> row[0]).findFirst());
        Object[] stored = rows.get(0);
        HabitRecord record = new HabitRecord(number(stored[1]), habit, draft.date(), draft.value(), draft.note());
        return new StoredRecord(record, (Boolean) stored[2]);
    }

    /**
     * Takes a record out.
     *
     * @return its habit
     * @throws HabitRefused if there is no such record, or if it is another user's
     */
    @SuppressWarnings("unchecked")
    long remove(long user, long id) {
        List<Object[]> rows = entities.createNativeQuery(
                        """
                        select h.user_id, h.id
                        from habit_records r join habits h on h.id = r.habit_id
                        where r.id = :id
                        for update of r
                        """)
                .setParameter("id", id)
                .getResultList();
        Object[] found = rows.stream().findFirst().orElseThrow(() -> new HabitRefused(Reason.NO_RECORD));
        requireOwn(user, Optional.of(found[0]));
        entities.createNativeQuery("delete from habit_records where id = :id")
                .setParameter("id", id)
                .executeUpdate();
        return number(found[1]);
    }

    private static long number(Object value) {
        return ((Number) Objects.requireNonNull(value)).longValue();
    }
}
