package dev.alacena.web.habits;

import dev.alacena.domain.habit.HabitDraft;
import dev.alacena.web.http.Texts;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A habit as clients send it; the name is trimmed, a missing one is empty; without {@code categoryId} it has no category; a
 * missing {@code active} leaves it as it is, and new habits are. */
record HabitBody(
        @Pattern(regexp = HabitDraft.NAME, message = "must be 1 to 100 characters, none of them a control character")
                String name,
        @Nullable Long categoryId,
        @Min(value = 1, message = TARGET) @Max(value = HabitDraft.WEEK, message = TARGET) int targetPerWeek,
        @Nullable Boolean active) {

    static final String TARGET = "must be a whole number from 1 to 7";

    HabitBody {
        name = Texts.stripped(name);
    }

    /** Of a valid body. */
    HabitDraft toDraft() {
        return new HabitDraft(name, categoryId, targetPerWeek, active);
    }
}
