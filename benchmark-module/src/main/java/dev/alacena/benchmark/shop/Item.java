package dev.alacena.benchmark.shop;

import java.time.LocalDate;

/** A value whose JSON has {@value #BYTES} bytes. */
public record Item(
        long id, String username, String email, String fullName, boolean active, LocalDate since, String note) {
    public static final int BYTES = 300;

    /** What JSON takes when the id has no digit and the note no letter; the id stands in it three times. */
    private static final int FRAME = 132;

    private static final String TEXT =
            "Keeps beans, rice, salt and a good oil within reach; asks the larder for the rest, once. ".repeat(2);

    public static Item of(long id) {
        String digits = String.valueOf(id);
        return new Item(
                id,
                "user" + digits,
                "user" + digits + "@example.org",
                "Maria of the Cupboard",
                true,
                LocalDate.of(2026, 11, 21),
                TEXT.substring(0, BYTES - FRAME - 3 * digits.length()));
    }
}
