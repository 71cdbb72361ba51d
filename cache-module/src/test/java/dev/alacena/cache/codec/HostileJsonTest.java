package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.alacena.cache.engine.CodecException;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sound envelopes around JSON that nobody wrote for us. */
class HostileJsonTest {

    record Person(String name, int age, @Nullable List<Person> friends) {}

    record Strict(int age) {
        Strict {
            if (age < 0) {
                throw new IllegalArgumentException("not born");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "42",
                "[]",
                "\"ana\"",
                "{",
                "{\"name\":\"ana\",\"age\":30",
                "{\"name\":{}}",
                "{\"age\":\"x\"}",
                "{\"age\":1e999999999}",
                "{\"age\":99999999999}",
                "{\"name\":\"ana\"} {}",
                "{\"friends\":[{\"age\":[]}]}",
                "{'name':'ana'}",
                "{\"age\":NaN}",
                "<xml/>",
                "[\"java.lang.ProcessBuilder\",{}]"
            })
    void jsonOfAnotherShapeIsRefused(String json) throws CodecException {
        Trip persons = Trip.of(Person.class);
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> persons.read(json));
    }

    @Test
    void brokenUtf8IsRefused() throws CodecException {
        Trip texts = Trip.of(String.class);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> texts.read(new byte[] {'"', (byte) 0xc3, '"'}));
    }

    @Test
    void deepNestingIsRefused() throws CodecException {
        Trip persons = Trip.of(Person.class);
        String deep = "{\"friends\":[".repeat(100_000);
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> persons.read(deep));
        String unknown = "{\"x\":" + "[".repeat(100_000);
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> persons.read(unknown));
    }

    @Test
    void hugeNumbersAreRefusedInNoTime() throws CodecException {
        Trip numbers = Trip.of(BigInteger.class);
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> numbers.read("1e1000000000"));
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> numbers.read("9".repeat(1_000_000)));
    }

    @Test
    void aValueThatItsOwnTypeRefusesIsRefused() throws CodecException {
        Trip ages = Trip.of(Strict.class);
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> ages.read("{\"age\":-1}"));
    }
}
