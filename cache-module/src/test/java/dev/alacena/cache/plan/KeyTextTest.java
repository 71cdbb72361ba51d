package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Different values make different texts; equal values equal ones. */
class KeyTextTest {
    private static final String MEANINGFUL = "%:{}/|,;=&#*?[]\\'()<> \"\n\0\u007f\ud83d\ude00";

    record Pair(Object left, Object right) {}

    record Other(Object left, Object right) {}

    enum Colour {
        RED
    }

    static final class Elsewhere {
        record Pair(Object left, Object right) {}

        enum Colour {
            RED
        }
    }

    @Test
    void readableTextStandsAsItIs() {
        assertThat(KeyText.plain("ana.lopez-1_ñ@example.org")).isEqualTo("ana.lopez-1_ñ@example.org");
        assertThat(KeyText.plain(42L)).isEqualTo("42");
        assertThat(KeyText.plain(LocalDate.of(2026, 1, 31))).isEqualTo("2026-01-31");
        assertThat(KeyText.tagged(List.of("a", 1, true))).isEqualTo("['a',1,true]");
        assertThat(KeyText.tagged(LocalDate.of(2026, 1, 31))).isEqualTo("LocalDate'2026-01-31'");
    }

    @Test
    void noCharacterWithAMeaningSurvives() {
        String text = KeyText.plain(MEANINGFUL);
        assertThat(text).matches("(%u?[0-9A-F]+)+");
        assertThat(text.chars()).noneMatch(c -> c != '%' && MEANINGFUL.indexOf(c) >= 0);
    }

    @Test
    void whatLooksEscapedIsEscapedAgain() {
        assertDifferent("{", "%7B", "%257B", "%u007B");
        assertDifferent("\ud83d", "%uD83D", "\ud83d\ude00", "?");
    }

    @Test
    void nullIsNoTextAndEmptyTextIsNotNull() {
        assertThat(KeyText.plain(null)).isNotEqualTo(KeyText.plain("null")).isNotEqualTo(KeyText.plain("%null"));
        assertThat(KeyText.plain("")).isNotEqualTo(KeyText.plain(null));
        assertDifferent("null", "%null", "", Optional.empty(), Optional.of(""), List.of(), List.of(""));
        assertThat(KeyText.tagged(null)).isNotEqualTo(KeyText.tagged("%null"));
    }

    @Test
    void kindsOfValuesAreToldApart() {
        assertDifferent(1, "1", "'1'", true, "true", 1.0, 1.0f, new BigDecimal("1.0"), new BigDecimal("1.00"));
        assertDifferent(Colour.RED, "RED", Elsewhere.Colour.RED);
        assertDifferent(LocalDate.EPOCH, "1970-01-01", "LocalDate'1970-01-01'", Instant.EPOCH);
    }

    @Test
    void structureCannotBeImitated() {
        assertDifferent(
                List.of("a", "b"),
                List.of("a,b"),
                List.of("a','b"),
                List.of(List.of("a"), "b"),
                List.of("a", List.of("b")));
        assertDifferent(List.of(), List.of(List.of()), List.of(List.of(), List.of()), "[]", Set.of(), Map.of());
        assertDifferent(Map.of("a", 1), Map.of("a", "1"), Map.of("a'=1,'b", 2), Map.of("a", 1, "b", 2), "Map['a'=1]");
        assertDifferent(Map.of(Map.of(1, 2), 3), Map.of(1, Map.of(2, 3)));
        assertDifferent(Set.of(1, 2), List.of(1, 2), Set.of(List.of(1, 2)));
    }

    @Test
    void recordsOfTwoClassesAreToldApart() {
        assertDifferent(
                new Pair(1, 2),
                new Other(1, 2),
                new Elsewhere.Pair(1, 2),
                new Pair(new Pair(1, 2), 2),
                new Pair("1,2", ""));
        assertDifferent(new Pair("a", "b"), new Pair("a','b", ""), new Pair("b", "a"), List.of("a", "b"));
    }

    @Test
    void theOrderOfSetsAndMapsDoesNotMatter() {
        Map<String, Integer> backwards = new LinkedHashMap<>();
        backwards.put("b", 2);
        backwards.put("a", 1);
        assertThat(KeyText.tagged(backwards)).isEqualTo(KeyText.tagged(Map.of("a", 1, "b", 2)));
        assertThat(KeyText.tagged(new LinkedHashSet<>(List.of("b", "a")))).isEqualTo(KeyText.tagged(Set.of("a", "b")));
    }

    @Test
    void arraysAreReadToTheLastElement() {
        assertThat(KeyText.tagged(new int[] {1, 2})).isEqualTo("[1,2]");
        assertThat(KeyText.tagged(new String[][] {{"a"}, {}})).isEqualTo("[['a'],[]]");
        assertThat(KeyText.tagged(Arrays.asList("a", null))).isEqualTo("['a',%null]");
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // applications still have them
    void datesAreTheirInstantToTheNanosecond() {
        assertThat(KeyText.plain(new Date(0))).isEqualTo("1970-01-01T00%3A00%3A00Z");
        assertThat(KeyText.plain(new java.sql.Date(0))).isEqualTo("1970-01-01T00%3A00%3A00Z");
        java.sql.Timestamp one = java.sql.Timestamp.from(Instant.ofEpochSecond(0, 1));
        java.sql.Timestamp two = java.sql.Timestamp.from(Instant.ofEpochSecond(0, 2));
        assertDifferent(one, two);
    }

    @Test
    void whatHasNoTextOfItsOwnIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyText.tagged(new Object()))
                .withMessage("java.lang.Object cannot be part of a key");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyText.of(List.of(new Object())));
    }

    @Test
    void aValueThatIsNestedTooDeepIsRefused() {
        List<Object> itself = new ArrayList<>();
        itself.add(itself);
        assertThatIllegalArgumentException().isThrownBy(() -> KeyText.of(itself));
        Object deep = IntStream.range(0, 100_000).boxed().map(i -> (Object) i).reduce("", (a, b) -> List.of(a));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyText.of(deep));
    }

    private static void assertDifferent(Object... values) {
        List<String> texts = Arrays.stream(values).map(KeyText::tagged).toList();
        Set<String> doubled = texts.stream()
                .filter(text -> Collections.frequency(texts, text) > 1)
                .collect(Collectors.toSet());
        assertThat(doubled).isEmpty();
    }
}
