package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Different argument lists make different keys, of whatever the arguments are made. */
class RandomKeysTest {
    private static final long SEED = 20_260_131;
    private static final int CALLS = 20_000;
    /** Few, and some the escaped forms of others, so that texts which only escaping tells apart are frequent. */
    private static final List<String> WORDS = List.of(
            "a", "1", "%", "{", "%7B", ":", "%3A", "','", "'", "%27", "[", "*", "null", "%null", "\ud83d", "%uD83D");

    record Pair(@Nullable Object left, @Nullable Object right) {}

    static class Bean {
        @Cached
        public String parameters(Object a, Object b) {
            return "";
        }

        @Cached(key = "x{a}:{b}")
        public String template(Object a, Object b) {
            return "";
        }

        @Cached(key = "{a}:{b}")
        public String texts(String a, String b) {
            return "";
        }
    }

    private final Random random = new Random(SEED);
    private final Planning planning = Planning.of(Bean.class);

    @Test
    void ofAllParameters() {
        differ("parameters", () -> List.of(Optional.ofNullable(value(3)), Optional.ofNullable(value(3))));
    }

    @Test
    void ofATemplate() {
        differ("template", () -> List.of(Optional.ofNullable(value(3)), Optional.ofNullable(value(3))));
    }

    @Test
    void ofATemplateOfTexts() {
        differ("texts", () -> List.of(Optional.of(text()), Optional.of(text())));
    }

    private interface Arguments {
        List<Optional<Object>> next();
    }

    private void differ(String method, Arguments arguments) {
        Map<String, List<Optional<Object>>> byKey = new HashMap<>();
        int different = 0;
        Set<List<Optional<Object>>> seen = new HashSet<>();
        for (int i = 0; i < CALLS; i++) {
            List<Optional<Object>> call = arguments.next();
            String key = planning.key(
                    Bean.class, method, call.get(0).orElse(null), call.get(1).orElse(null));
            assertThat(key).matches("(?s)[^{}*?\\x00-\\x20\\x7f]*");
            List<Optional<Object>> other = byKey.putIfAbsent(key, call);
            assertThat(other == null || other.equals(call))
                    .as("seed %d: %s and %s make %s", SEED, call, other, key)
                    .isTrue();
            different += seen.add(call) ? 1 : 0;
        }
        assertThat(byKey).as("seed %d: equal calls make equal keys", SEED).hasSize(different);
        assertThat(different).as("seed %d", SEED).isGreaterThan(CALLS / 10);
    }

    private @Nullable Object value(int depth) {
        return switch (random.nextInt(depth == 0 ? 5 : 10)) {
            case 0 -> null;
            case 1 -> random.nextInt(3);
            case 2 -> random.nextBoolean();
            case 3, 4 -> text();
            case 5 -> values(depth);
            case 6 -> new HashSet<>(values(depth));
            case 7 -> new Pair(value(depth - 1), value(depth - 1));
            case 8 -> Optional.ofNullable(value(depth - 1));
            default -> {
                Map<Object, Object> map = new HashMap<>();
                values(depth).forEach(key -> map.put(key, value(depth - 1)));
                yield map;
            }
        };
    }

    private List<@Nullable Object> values(int depth) {
        List<@Nullable Object> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.add(value(depth - 1));
        }
        return values;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3); i > 0; i--) {
            text.append(WORDS.get(random.nextInt(WORDS.size())));
        }
        return text.toString();
    }
}
