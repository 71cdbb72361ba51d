package dev.alacena.domain.habit;

import java.util.List;

/**
 * A part of the list of a user's habits, ordered by id.
 *
 * @param habits the habits of this part
 * @param total how many habits the user has
 */
public record HabitPage(List<Habit> habits, long total) {

    public HabitPage {
        habits = List.copyOf(habits);
    }
}
