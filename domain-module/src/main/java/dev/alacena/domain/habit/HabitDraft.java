package dev.alacena.domain.habit;

import dev.alacena.domain.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * What a user says of a habit. What is out of range is an {@link IllegalArgumentException}.
 *
 * @param name 1 to 100 characters, none of them a control character
 * @param categoryId of a category; null for none
 * @param targetPerWeek 1 to 7
 * @param active null leaves it as it is, and new ones are
 */
public record HabitDraft(String name, @Nullable Long categoryId, int targetPerWeek, @Nullable Boolean active) {

    /** What a name is made of: neither control characters nor halves of surrogate pairs. */
    public static final String NAME = Text.LINE + "{1,100}";

    /** The days of a week. */
    public static final int WEEK = 7;

    public HabitDraft {
        name = name.strip();
        if (!name.matches(NAME) || targetPerWeek < 1 || targetPerWeek > WEEK) {
            throw new IllegalArgumentException("Not a habit");
        }
    }
}
