package dev.alacena.cache.plan;

/**
 * A mistake found at deployment.
 *
 * @param code stable, for searching: {@code ALA} and three digits
 * @param place class and member, or setting
 * @param cause what is wrong
 * @param cure how to mend it
 */
public record Problem(String code, String place, String cause, String cure) {
    @Override
    public String toString() {
        return "%s %s: %s. Cure: %s.".formatted(code, place, cause, cure);
    }
}
