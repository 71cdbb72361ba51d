package dev.alacena.web.habits;

import dev.alacena.domain.habit.RecordDraft;
import dev.alacena.web.http.Dates;
import dev.alacena.web.http.Refusal;
import dev.alacena.web.http.Texts;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A record as clients send it; texts are trimmed, a missing one is empty. */
record RecordBody(
        String date,
        @Nullable BigDecimal value,
        @Pattern(
                        regexp = RecordDraft.NOTE,
                        message = "must be 500 characters at most, no control characters but ends of lines and tabs")
                String note) {

    RecordBody {
        date = Texts.stripped(date);
        note = Texts.stripped(note);
    }

    /**
     * Of a body whose note is valid.
     *
     * @param today where the client is
     * @throws Refusal if the date or the value is not
     */
    RecordDraft toDraft(LocalDate today) {
        LocalDate day = Dates.of("date", date);
        if (day.isAfter(today)) {
            throw Refusal.of("date", "must not be after today");
        }
        if (value == null || !RecordDraft.isValue(value)) {
            throw Refusal.of(
                    "value", "must be a number from 0 to %s, of 3 decimals at most".formatted(RecordDraft.MOST));
        }
        return new RecordDraft(day, value, note);
    }
}
