package dev.alacena.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.alacena.benchmark.figure.Place;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final List<String> KNOWN = List.of("hit", "miss", "tag");

    @Test
    void withoutOptionsEverythingIsMeasured() {
        Options options = Options.parse(KNOWN, "figure=", "rounds=", "turn=", "target=");
        assertThat(options)
                .isEqualTo(new Options(KNOWN, new Place.Effort(60, Duration.ofMillis(200)), Path.of("target")));
    }

    @Test
    void figuresAreMeasuredInTheirOwnOrder() {
        assertThat(Options.parse(KNOWN, "figure=tag,hit").figures()).containsExactly("hit", "tag");
    }

    @Test
    void anUnknownFigureIsRefusedWithTheKnownOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(KNOWN, "figure=hits"))
                .withMessage("figure=hits: choose of all and hit, miss, tag, separated by commas");
    }

    @Test
    void whatIsNoPositiveNumberIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(KNOWN, "rounds=0"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(KNOWN, "turn=long"));
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(KNOWN, "round=3"));
        assertThatIllegalArgumentException().isThrownBy(() -> Options.parse(KNOWN, "fast"));
    }
}
