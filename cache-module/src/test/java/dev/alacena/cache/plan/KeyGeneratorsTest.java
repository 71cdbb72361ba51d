package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.KeyGenerator;
import dev.alacena.cache.plan.Calls.Phase;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Keys made by code of the application. */
class KeyGeneratorsTest {

    public static final class First implements KeyGenerator {
        @Override
        public String generate(Method method, List<@Nullable Object> arguments) {
            return String.valueOf(arguments.get(0));
        }
    }

    public static final class Throwing implements KeyGenerator {
        @Override
        public String generate(Method method, List<@Nullable Object> arguments) {
            throw new IllegalStateException("no key");
        }
    }

    public static final class Named implements KeyGenerator {
        @Override
        public String generate(Method method, List<@Nullable Object> arguments) {
            return method.getName() + arguments.size();
        }
    }

    public static final class Meddling implements KeyGenerator {
        @Override
        public String generate(Method method, List<@Nullable Object> arguments) {
            arguments.set(0, "other");
            return "key";
        }
    }

    static class Bean {
        @Cached(cache = "x", keyGenerator = First.class)
        public String first(String value, Thread ignored) {
            return "";
        }

        @Cached(cache = "x", keyGenerator = Throwing.class)
        public String throwing(String value) {
            return "";
        }

        @Cached(cache = "x", keyGenerator = Named.class)
        public String named(String value) {
            return "";
        }

        @Cached(cache = "x", keyGenerator = Meddling.class)
        public String meddling(String value) {
            return "";
        }

        @InvalidateCache(cache = "x", keyGenerator = First.class)
        public void change(String value) {}
    }

    private final Planning planning = Planning.of(Bean.class);

    @Test
    void aGeneratedKeyIsEscapedAndBounded() {
        assertThat(planning.key(Bean.class, "first", "{a}:b", null)).isEqualTo("%7Ba%7D%3Ab");
        assertThat(planning.key(Bean.class, "first", "k".repeat(1000), null)).isEqualTo(KeyText.of("k".repeat(1000)));
    }

    @Test
    void aGeneratorSeesMethodAndArguments() {
        assertThat(planning.key(Bean.class, "named", "a")).isEqualTo("named1");
    }

    @Test
    void aGeneratorCannotChangeTheCall() {
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> planning.key(Bean.class, "meddling", "a"));
    }

    @Test
    void anEmptyKeyIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> planning.key(Bean.class, "first", "", null))
                .withMessage(First.class.getName() + " made an empty key");
    }

    @Test
    void aGeneratorThatThrowsMakesNoKey() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> planning.key(Bean.class, "throwing", "a"))
                .withMessage("no key");
    }

    @Test
    void anInvalidationByTheSameGeneratorMeetsTheSameKey() {
        MethodPlan.Writing plan = planning.plan(Bean.class, "change").invalidating();
        Invocation call = Invocation.of(new Object[] {"a:b"});
        assertThat(Calls.changes(plan, call, Phase.BEFORE, Planning.FAILING)
                        .keys()
                        .keySet())
                .singleElement()
                .extracting(key -> key.text())
                .isEqualTo(planning.key(Bean.class, "first", "a:b", null));
    }
}
