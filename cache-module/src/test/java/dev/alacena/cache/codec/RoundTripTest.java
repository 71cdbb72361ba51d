package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.alacena.cache.engine.CodecException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A value comes back equal to the one that was stored. */
class RoundTripTest {

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

    record Account(long id, @Nullable String name, Colour colour, Money balance, boolean open) {}

    record Wrapped(Optional<String> text, OptionalInt number, Optional<Money> money) {}

    record Page<T>(List<T> items, int total) {}

    record Node(String name, @Nullable Node next) {}

    record Derived(String first, String last) {
        public String getFullName() {
            return first + " " + last;
        }

        public boolean isNamed() {
            return true;
        }
    }

    static final class Bean {
        private String name = "";

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        /** Never in JSON, as there is no getter. */
        public void setNick(String nick) {
            this.name = nick + "!";
        }
    }

    private static final Money PRICE = new Money(new BigDecimal("1.00"), Currency.getInstance("EUR"));
    private static final Account ACCOUNT = new Account(1, "Ana \"Ñ\" \u0000\u2028😀", Colour.GREEN, PRICE, true);

    @Test
    void records() throws CodecException {
        Trip.of(Account.class).keeps(ACCOUNT);
        Trip.of(Account.class).keeps(new Account(Long.MIN_VALUE, null, Colour.RED, PRICE, false));
        Trip.of(Node.class).keeps(new Node("a", new Node("b", null)));
        Trip.of(Derived.class).keeps(new Derived("Ana", "López"));
    }

    @Test
    void beansWithMoreSettersThanGetters() throws CodecException {
        Bean bean = new Bean();
        bean.setNick("ana");
        assertThat(Trip.of(Bean.class).back(bean)).extracting("name").isEqualTo("ana!");
    }

    @Test
    void nestedGenerics() throws CodecException {
        Trip.of(new TypeReference<List<Map<String, Account>>>() {}).keeps(List.of(Map.of("a b", ACCOUNT), Map.of()));
        Trip.of(new TypeReference<Page<Page<Account>>>() {})
                .keeps(new Page<>(List.of(new Page<>(List.of(ACCOUNT), 1)), 7));
        Trip.of(new TypeReference<Map<Long, Set<UUID>>>() {}).keeps(Map.of(1L, Set.of(new UUID(1, 2))));
        Trip.of(new TypeReference<Map<Colour, Integer>>() {}).keeps(new EnumMap<>(Map.of(Colour.GREEN, 1)));
    }

    @Test
    void optionalsInside() throws CodecException {
        Trip.of(Wrapped.class).keeps(new Wrapped(Optional.of("a"), OptionalInt.of(0), Optional.of(PRICE)));
        Trip.of(Wrapped.class).keeps(new Wrapped(Optional.empty(), OptionalInt.empty(), Optional.empty()));
        Trip.of(new TypeReference<Optional<String>>() {}).keeps(Optional.of("a"));
        Trip.of(new TypeReference<Optional<String>>() {}).keeps(Optional.empty());
    }

    @Test
    void thePayloadIsReadableJsonWithoutNamesOfClasses() throws CodecException {
        String json = Trip.of(new TypeReference<List<Account>>() {}).json(List.of(ACCOUNT));
        assertThat(json).startsWith("[{").contains("\"balance\":{\"amount\":1.00,\"currency\":\"EUR\"}");
        byte[] bytes = Trip.of(new TypeReference<List<Account>>() {}).bytes(List.of(ACCOUNT));
        assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                .doesNotContain("Account")
                .doesNotContain("java");
    }
}
