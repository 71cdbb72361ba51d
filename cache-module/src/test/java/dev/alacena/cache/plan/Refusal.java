package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

/** The only mistake of a deployment, looked at. */
record Refusal(Problem problem) {

    static Refusal of(Class<?>... beans) {
        return new Refusal(Planning.of(beans).problem());
    }

    Refusal is(String code, String place) {
        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.place()).isEqualTo(place);
        return this;
    }

    void says(String cause, String cure) {
        assertThat(problem.cause()).contains(cause);
        assertThat(problem.cure()).contains(cure);
    }
}
