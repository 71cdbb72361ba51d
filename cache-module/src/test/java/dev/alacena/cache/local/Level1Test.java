package dev.alacena.cache.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Near;
import dev.alacena.cache.engine.Policy;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;

/** Level 1 is linearizable: at each moment it holds what a register with one seat would hold. */
class Level1Test {
    private static StressOptions options(int iterations) {
        return new StressOptions()
                .iterations(iterations)
                .invocationsPerIteration(1000)
                .threads(3)
                .actorsPerThread(2)
                .actorsBefore(2)
                .actorsAfter(2)
                .sequentialSpecification(Register.class);
    }

    @Test
    void concurrentReadingsAndInvalidationsOfAKeyAreLinearizable() {
        options(10).check(Level1.class);
    }

    /** Each fill takes a seat of its own, whatever happened since the reading began. */
    public static class WithoutSeats extends Level1 {
        private static final Duration LONG = Duration.ofHours(1);

        public WithoutSeats() {
            super(careless(new NearCache(LONG, () -> 0)));
        }

        private static Near careless(Near near) {
            Policy policy = new Policy("users", true, true, 100, new Policy.Times(LONG, LONG, LONG));
            return (Near) Proxy.newProxyInstance(
                    Near.class.getClassLoader(), new Class<?>[] {Near.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("fill")) {
                            arguments[1] = near.reserve(policy, (Key) arguments[0]);
                        }
                        return method.invoke(near, arguments);
                    });
        }
    }

    @Test
    void withoutSeatsTheyAreNot() {
        ExecutionScenario dropInBetween = new ExecutionScenario(
                List.of(call("reserve", 0)),
                List.of(List.of(call("drop"), call("fill", 0, 1)), List.of(call("find"))),
                List.of(call("find")),
                null);
        StressOptions options = options(0).addCustomScenario(dropInBetween);
        assertThatThrownBy(() -> options.check(WithoutSeats.class)).isInstanceOf(AssertionError.class);
    }

    private static Actor call(String name, Object... arguments) {
        Method method = Arrays.stream(Level1.class.getDeclaredMethods())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        return new Actor(method, List.of(arguments));
    }
}
