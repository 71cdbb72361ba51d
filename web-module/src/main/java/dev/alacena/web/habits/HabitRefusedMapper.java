package dev.alacena.web.habits;

import dev.alacena.domain.habit.HabitRefused;
import dev.alacena.web.http.Refusal;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What is not there is 404, what is another user's 403, for administrators too; an unknown category in a body is 400. */
@Provider
public final class HabitRefusedMapper implements ExceptionMapper<HabitRefused> {

    @Override
    public Response toResponse(HabitRefused refused) {
        return refusal(refused.reason()).getResponse();
    }

    private static Refusal refusal(HabitRefused.Reason reason) {
        return switch (reason) {
            case NO_HABIT -> Refusal.missing("There is no such habit.");
            case NO_RECORD -> Refusal.missing("There is no such record.");
            case NO_CATEGORY -> Refusal.of("categoryId", "must be the id of a category");
            case NOT_OWN -> Refusal.forbidden();
        };
    }
}
