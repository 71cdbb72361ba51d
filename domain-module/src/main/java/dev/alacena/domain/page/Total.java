package dev.alacena.domain.page;

import java.util.List;
import java.util.function.LongSupplier;

/** How long a list is of which a part was read. */
public final class Total {

    private Total() {}

    /**
     * The length of the whole list. A part that is not full ends it, so that most lists cost no second statement.
     *
     * @param part what was read
     * @param skip how many were left out before, 0 or above
     * @param limit how many were wanted at most
     * @param count asks the database
     */
    public static long of(List<?> part, int skip, int limit, LongSupplier count) {
        boolean reached = !part.isEmpty() || skip == 0;
        return reached && part.size() < limit ? (long) skip + part.size() : count.getAsLong();
    }
}
