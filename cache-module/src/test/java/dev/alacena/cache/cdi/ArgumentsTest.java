package dev.alacena.cache.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Calls have arguments, be it none, whatever the container says. */
class ArgumentsTest {

    private static InvocationContext call(Object @Nullable [] arguments) {
        return (InvocationContext) Proxy.newProxyInstance(
                ArgumentsTest.class.getClassLoader(),
                new Class<?>[] {InvocationContext.class},
                (proxy, method, none) -> {
                    assertThat(method.getName()).isEqualTo("getParameters");
                    return arguments;
                });
    }

    @Test
    void aContainerThatHasNullForNoArgumentsIsAsGoodAsOneThatHasAnEmptyArray() {
        assertThat(Arguments.of(call(null))).isEmpty();
        assertThat(Arguments.of(call(new Object[0]))).isEmpty();
    }

    @Test
    void argumentsAreThoseOfTheCall() {
        Object[] arguments = {1L, "two"};
        assertThat(Arguments.of(call(arguments))).isSameAs(arguments);
    }
}
