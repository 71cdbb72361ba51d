package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.alacena.cache.engine.CodecException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Values of one piece come back equal, to the last digit. */
class ScalarsTest {
    private static final Currency EURO = Currency.getInstance("EUR");

    enum Colour {
        RED,
        GREEN {
            @Override
            public String toString() {
                return "green!";
            }
        }
    }

    record Money(BigDecimal amount, Currency currency) {}

    @Test
    void scalars() throws CodecException {
        for (Object value : List.of(
                "",
                "null",
                "\"",
                'x',
                '\0',
                true,
                (byte) -1,
                Short.MIN_VALUE,
                Integer.MIN_VALUE,
                Long.MAX_VALUE,
                Float.MIN_VALUE,
                0.1f,
                0.1,
                Double.MAX_VALUE,
                -0.0,
                Double.NaN,
                Double.NEGATIVE_INFINITY,
                new BigInteger("123456789012345678901234567890"),
                Colour.GREEN,
                new UUID(1, 2),
                URI.create("https://example.org/a%20b?c#d"),
                Locale.forLanguageTag("es-MX"),
                Currency.getInstance("JPY"))) {
            Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
            Trip.of(type).keeps(value);
        }
    }

    @Test
    void decimalsKeepTheirScale() throws CodecException {
        for (String number : List.of("1.00", "0", "0.000", "-1E+3", "1E-400", "123456789.123456789123456789")) {
            Trip.of(BigDecimal.class).keeps(new BigDecimal(number));
            Trip.of(new TypeReference<List<BigDecimal>>() {}).keeps(List.of(new BigDecimal(number)));
            Trip.of(Money.class).keeps(new Money(new BigDecimal(number), EURO));
        }
    }

    @Test
    void primitivesAndNull() throws CodecException {
        Trip.of(long.class).keeps(42L);
        Trip.of(boolean.class).keeps(false);
        Trip.of(Long.class).keeps(null);
        Trip.of(Money.class).keeps(null);
        Trip primitive = Trip.of(long.class);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> primitive.back(null))
                .withMessage("null for a primitive");
    }

    @Test
    void bytesAndArrays() throws CodecException {
        byte[] bytes = {0, -1, 127, -128};
        assertThat(Trip.of(byte[].class).back(bytes)).isEqualTo(bytes);
        assertThat(Trip.of(long[][].class).back(new long[][] {{1}, {}})).isEqualTo(new long[][] {{1}, {}});
    }

    @Test
    void aTextThatIsNoUnicode() throws CodecException {
        Trip.of(String.class).keeps("\ud83d");
        Trip.of(new TypeReference<Map<String, Integer>>() {}).keeps(Map.of("\ude00\ud83d", 1));
    }
}
