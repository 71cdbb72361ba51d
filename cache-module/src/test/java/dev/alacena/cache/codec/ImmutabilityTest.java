package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.alacena.cache.engine.CodecException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Only values that nobody can change are shared between callers. */
class ImmutabilityTest {

    enum Colour {
        RED
    }

    record Flat(long id, String name, BigDecimal amount, Instant since, Colour colour, OptionalInt age) {}

    record Nested(Flat left, Flat right, Optional<String> one, Optional<String> other) {}

    record Node(String name, @Nullable Node next) {}

    record Listed(String name, List<String> tags) {}

    record Deep(Flat flat, Listed listed) {}

    record Arrayed(byte[] bytes) {}

    record Referring(AtomicReference<String> reference) {}

    record Looped(@Nullable Looped next, List<String> tags) {}

    static class Bean {
        public String name = "";
    }

    record Holding(Bean bean) {}

    record Computing(String name) {
        public List<String> getNames() {
            return List.of(name);
        }
    }

    @Test
    void scalarsAreImmutable() throws CodecException {
        for (Class<?> type : List.of(String.class, long.class, Integer.class, Instant.class, Colour.class)) {
            assertThat(immutable(type)).as("%s", type).isTrue();
        }
    }

    @Test
    void recordsOfImmutablesAreImmutable() throws CodecException {
        for (Class<?> type : List.of(Flat.class, Nested.class, Node.class)) {
            assertThat(immutable(type)).as("%s", type).isTrue();
        }
        assertThat(Trip.of(new TypeReference<Optional<Flat>>() {}).codec().immutable())
                .isTrue();
    }

    @Test
    void recordsThatReachSomethingMutableAreNot() throws CodecException {
        for (Class<?> type : List.of(
                Listed.class,
                Deep.class,
                Arrayed.class,
                Referring.class,
                Looped.class,
                Holding.class,
                Computing.class)) {
            assertThat(immutable(type)).as("%s", type).isFalse();
        }
    }

    @Test
    void containersBeansAndHoldersAreMutable() throws CodecException {
        for (Class<?> type : List.of(byte[].class, Bean.class, Date.class, StringBuilder.class)) {
            assertThat(immutable(type)).as("%s", type).isFalse();
        }
        assertThat(Trip.of(new TypeReference<List<String>>() {}).codec().immutable())
                .isFalse();
        assertThat(Trip.of(new TypeReference<Map<String, Long>>() {}).codec().immutable())
                .isFalse();
        assertThat(Trip.of(new TypeReference<AtomicReference<String>>() {})
                        .codec()
                        .immutable())
                .isFalse();
        assertThat(Trip.of(new TypeReference<Optional<List<String>>>() {})
                        .codec()
                        .immutable())
                .isFalse();
    }

    private static boolean immutable(Class<?> type) throws CodecException {
        return Trip.of(type).codec().immutable();
    }
}
