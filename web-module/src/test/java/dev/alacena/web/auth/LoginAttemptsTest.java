package dev.alacena.web.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.limit.ClientAddress;
import dev.alacena.api.limit.RateLimits;
import dev.alacena.api.limit.Verdict;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of an attempt is told to both limits, by account and by address. */
class LoginAttemptsTest {

    private static final HttpServletRequest REQUEST = (HttpServletRequest) Proxy.newProxyInstance(
            HttpServletRequest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    private final List<String> told = new ArrayList<>();
    private final LoginAttempts attempts = new LoginAttempts();

    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    LoginAttemptsTest() {
        attempts.limits = (RateLimits) Proxy.newProxyInstance(
                RateLimits.class.getClassLoader(), new Class<?>[] {RateLimits.class}, (proxy, method, arguments) -> {
                    told.add("%s %s %s".formatted(method.getName(), arguments[0], arguments[1]));
                    return method.getReturnType() == Verdict.class ? new Verdict(true, 1, Duration.ZERO, 5) : null;
                });
        attempts.addresses = new ClientAddress() {
            @Override
            public InetAddress of(HttpServletRequest request) {
                return InetAddress.getLoopbackAddress();
            }

            @Override
            public String network(HttpServletRequest request) {
                return "here";
            }
        };
    }

    private List<String> begun(String... then) {
        List<String> all =
                new ArrayList<>(List.of("attempt login-address here", "attempt login-account ana@example.org"));
        all.addAll(List.of(then));
        return all;
    }

    @Test
    void aWrongPasswordGoesOnCounting() {
        assertThat(attempts.attempt(" Ana@example.org", REQUEST, Optional::empty))
                .isEmpty();
        assertThat(told).isEqualTo(begun());
    }

    @Test
    void aRightOneForgetsTheFailuresOfTheAccountAlone() {
        assertThat(attempts.attempt("ana@example.org", REQUEST, () -> Optional.of(1)))
                .contains(1);
        assertThat(told).isEqualTo(begun("succeeded login-account ana@example.org", "withdraw login-address here"));
    }

    @Test
    void anAttemptThatBrokeOffDoesNotCount() {
        assertThatThrownBy(() -> attempts.attempt("ana@example.org", REQUEST, () -> {
                    throw new IllegalStateException("the database is away");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(told).isEqualTo(begun("withdraw login-account ana@example.org", "withdraw login-address here"));
    }
}
