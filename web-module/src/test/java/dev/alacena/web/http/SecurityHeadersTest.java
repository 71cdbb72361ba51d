package dev.alacena.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every answer says what browsers may do with it. */
class SecurityHeadersTest {

    private static Map<String, String> headers(String path, boolean secure) {
        Exchange exchange = new Exchange("GET", path, secure, Map.of());
        try {
            new SecurityHeaders().doFilter(exchange.request(), exchange.response(), exchange.chain());
        } catch (IOException | ServletException impossible) {
            throw new IllegalStateException(impossible);
        }
        assertThat(exchange.passedOn()).isEqualTo(1);
        return exchange.headers;
    }

    @Test
    void everyAnswerIsTakenAsWhatItSaysAndTellsNobodyWhereItCameFrom() {
        for (String path : List.of("/", "/index.html", "/api/users", "/.well-known/jwks.json")) {
            assertThat(headers(path, false))
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("Referrer-Policy", "no-referrer");
        }
    }

    @Test
    void answersOfTheApiLoadNothingAndAreInNoFrame() {
        assertThat(headers("/api/users", false).get("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'none'");
    }

    @Test
    void pagesLoadOnlyWhatIsOursAndNoInlineScript() {
        for (String page : List.of("/", "/index.html", "/apis", "/x/api/")) {
            assertThat(headers(page, false).get("Content-Security-Policy"))
                    .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
                    .doesNotContain("unsafe", "*");
        }
    }

    @Test
    void onlyAnswersOverTlsAskForTlsFromNowOn() {
        assertThat(headers("/api/users", true))
                .containsEntry("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        assertThat(headers("/api/users", false)).doesNotContainKey("Strict-Transport-Security");
    }
}
