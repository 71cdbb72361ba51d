package dev.alacena.domain.habit;

import dev.alacena.domain.text.Text;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What a user says of a day. What is out of range is an {@link IllegalArgumentException}.
 *
 * @param date from 1970-01-01 on
 * @param value from 0 to {@value #MOST}, three decimals at most
 * @param note 500 characters at most, no control characters but ends of lines and tabs
 */
public record RecordDraft(LocalDate date, BigDecimal value, String note) {

    /** The largest value. */
    public static final String MOST = "999999999.999";

    /** How many decimals a value has at most. */
    public static final int DECIMALS = 3;

    /** What a note is made of: no control characters but ends of lines and tabs, no halves of surrogate pairs. */
    public static final String NOTE = Text.LINES + "{0,500}";

    public RecordDraft {
        note = note.strip();
        if (date.isBefore(LocalDate.EPOCH) || !isValue(value) || !note.matches(NOTE)) {
            throw new IllegalArgumentException("Not a record");
        }
        value = plain(value);
    }

    /** Whether this can be a value; cheap for numbers with a huge exponent too. */
    public static boolean isValue(BigDecimal value) {
        return value.signum() >= 0
                && value.compareTo(new BigDecimal(MOST)) <= 0
                && value.stripTrailingZeros().scale() <= DECIMALS;
    }

    /** The same number, in one spelling for all that are equal. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
