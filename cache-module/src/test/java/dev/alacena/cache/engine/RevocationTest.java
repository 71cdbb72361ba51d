package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Revocation.Kind;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RevocationTest {

    @Property(tries = 500)
    void whatIsWrittenAsTextComesBack(
            @ForAll Kind kind,
            @ForAll String issuer,
            @ForAll String name,
            @ForAll @LongRange(min = -1, max = 253_402_300_799L) long mark) {
        Revocation revocation = new Revocation(kind, issuer, name, mark, 253_402_300_799L);
        assertThat(Revocation.parse(revocation.field(), revocation.value())).contains(revocation);
    }

    @Test
    void differentTokensHaveDifferentTexts() {
        assertThat(List.of(
                        Revocation.field(Kind.TOKEN, "a", "bc"),
                        Revocation.field(Kind.TOKEN, "ab", "c"),
                        Revocation.field(Kind.SESSION, "a", "bc"),
                        Revocation.field(Kind.SUBJECT, "a", "bc"),
                        Revocation.field(Kind.TOKEN, "a", ":bc"),
                        Revocation.field(Kind.TOKEN, "a:", "bc")))
                .doesNotHaveDuplicates();
    }

    @Test
    void foreignTextsAreNoRevocation() {
        for (String field : List.of("", "t", "t:", "tx:ab", "t9:ab", "x1:ab", "t-1:ab", "!complete", "!cursor")) {
            assertThat(Revocation.parse(field, "1:-1")).as(field).isEmpty();
        }
        for (String value : List.of("", ":", "1:", ":1", "a:b", "1")) {
            assertThat(Revocation.parse("t1:ab", value)).as(value).isEmpty();
        }
    }
}
