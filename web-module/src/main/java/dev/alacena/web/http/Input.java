package dev.alacena.web.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lets nothing in that is not valid; names the field. */
@ApplicationScoped
public class Input {

    @Inject
    Validator validator;

    /**
     * The body itself, if it keeps the constraints of its type.
     *
     * @throws Refusal naming every field that does not
     */
    public <T> T valid(@Nullable T body) {
        if (body == null) {
            throw Refusal.ofBody("The body must be a JSON object.");
        }
        List<FieldError> errors =
                validator.validate(body).stream().map(Input::error).toList();
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
        return body;
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        return new FieldError(violation.getPropertyPath().toString(), violation.getMessage());
    }

    /**
     * A parameter as a whole number.
     *
     * @throws Refusal if it is not written in plain digits, or out of range
     */
    public static long wholeNumber(String field, String text, long least, long most) {
        if (text.matches("0|[1-9][0-9]{0,17}")) {
            long number = Long.parseLong(text);
            if (least <= number && number <= most) {
                return number;
            }
        }
        throw Refusal.of(field, "must be a whole number from %d to %d".formatted(least, most));
    }
}
