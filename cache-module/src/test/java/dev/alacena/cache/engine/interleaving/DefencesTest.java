package dev.alacena.cache.engine.interleaving;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The enumerations see what they are there for. */
class DefencesTest {
    @ParameterizedTest
    @EnumSource
    void eachDefenceTakenOutTurnsAnEnumerationRed(Defence defence) {
        assertThatThrownBy(() -> Interleavings.most(3, defence.scenario))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(defence.broken);
    }
}
