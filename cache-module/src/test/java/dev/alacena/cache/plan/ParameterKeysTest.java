package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.alacena.api.CacheKey;
import dev.alacena.api.Cached;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys of methods without a template. */
class ParameterKeysTest {

    static class Bean {
        @Cached(cache = "all")
        public String find(long id, String name) {
            return "";
        }

        @Cached(cache = "all")
        public String marked(@CacheKey long id, Thread tracing, @CacheKey String name) {
            return "";
        }

        @Cached(cache = "all")
        public String none() {
            return "";
        }

        @Cached(cache = "all")
        public String anything(@Nullable Object value) {
            return "";
        }
    }

    static final class One {
        record Filter(int value) {}
    }

    static final class Other {
        record Filter(int value) {}
    }

    static class Overloads {
        @Cached(cache = "all")
        public String list(One.Filter filter) {
            return "";
        }

        @Cached(cache = "all")
        public String list(Other.Filter filter) {
            return "";
        }
    }

    private final Planning planning = Planning.of(Bean.class);

    @Test
    void aKeyNamesClassMethodAndAllParameters() {
        assertThat(key("find", 7L, "a"))
                .startsWith(Bean.class.getName() + ".find%28long%2C")
                .endsWith(":7,'a'");
        assertThat(key("none")).isEqualTo(Bean.class.getName() + ".none%28%29:");
    }

    @Test
    void onlyMarkedParametersCount() {
        assertThat(key("marked", 7L, Thread.currentThread(), "a"))
                .isEqualTo(key("marked", 7L, null, "a"))
                .isNotEqualTo(key("marked", 8L, null, "a"))
                .isNotEqualTo(key("marked", 7L, null, "b"));
    }

    @Test
    void twoMethodsNeverMakeOneKey() {
        assertThat(List.of(key("find", 7L, "a"), key("marked", 7L, null, "a"), key("none"), key("anything", 7L)))
                .doesNotHaveDuplicates();
    }

    @Test
    void overloadsOfTypesWithOneSimpleNameMakeDifferentKeys() throws NoSuchMethodException {
        assertThat(list(One.Filter.class, null)).isNotEqualTo(list(Other.Filter.class, null));
        assertThat(list(One.Filter.class, new One.Filter(1)))
                .isNotEqualTo(list(Other.Filter.class, new Other.Filter(1)));
    }

    @Test
    void aNumberIsNotItsTextWhereEverythingIsPossible() {
        assertThat(List.of(
                        key("anything", 1),
                        key("anything", "1"),
                        key("anything", List.of(1)),
                        key("anything", (Object) null),
                        key("anything", "null"),
                        key("anything", "")))
                .doesNotHaveDuplicates();
    }

    @Test
    void aValueThatHasNoTextMakesNoKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> key("anything", new Object()))
                .withMessage("java.lang.Object cannot be part of a key");
    }

    private String key(String method, @Nullable Object... arguments) {
        return planning.key(Bean.class, method, arguments);
    }

    private static String list(Class<?> parameter, @Nullable Object filter) throws NoSuchMethodException {
        Plans plans = Planning.of(Overloads.class).plans();
        MethodPlan plan = plans.find(Overloads.class, Overloads.class.getMethod("list", parameter));
        return Objects.requireNonNull(plan.read()).key().of(Invocation.of(new @Nullable Object[] {filter}));
    }
}
