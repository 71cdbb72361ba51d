package dev.alacena.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.alacena.web.audit.Audit.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing that a caller sends makes another line, or another field, of the audit log. */
class AuditTest {

    private static String line(String text) {
        return Audit.line(Event.LOGIN_FAILED, text, text, text);
    }

    private static JsonNode read(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    @Test
    void aLineIsOneObjectOfFiveTexts() {
        String line = Audit.line(Event.LOGIN, "7", "session-1", "192.0.2.1");
        assertThat(line)
                .startsWith(
                        "{\"audit\":\"LOGIN\",\"who\":\"7\",\"what\":\"session-1\",\"from\":\"192.0.2.1\",\"when\":\"");
        assertThat(read(line)).hasSize(5);
        assertThat(Duration.between(Instant.parse(read(line).get("when").asText()), Instant.now()))
                .isBetween(Duration.ZERO, Duration.ofMinutes(1));
    }

    @Test
    void whatIsSentIsTextAndNothingElse() {
        for (String sent : List.of(
                "ana\"}\n{\"audit\":\"LOGIN\",\"who\":\"1\"}",
                "\r\n2026-11-25 INFO forged",
                "\",\"who\":\"1",
                "back\\slash\\",
                "\u0000\u0007\b\t\f\u001b[2J\u007f",
                "\u0085\u2028\u2029\u202e",
                "ñandú \ud83d\ude00",
                "${jndi:ldap://example.org} {0} %s")) {
            String line = line(sent);
            assertThat(line).as("printable ASCII").matches("[ -~]+");
            assertThat(read(line)).hasSize(5);
            for (String field : List.of("who", "what", "from")) {
                assertThat(read(line).get(field).asText()).isEqualTo(sent);
            }
            assertThat(read(line).get("audit").asText()).isEqualTo("LOGIN_FAILED");
        }
    }

    @Test
    void longTextsAreCut() {
        assertThat(read(line("x".repeat(256))).get("who").asText()).hasSize(256);
        for (String field : List.of("who", "what", "from")) {
            assertThat(read(line("x".repeat(100_000))).get(field).asText()).isEqualTo("x".repeat(256));
        }
    }

    @Test
    void aLetterThatIsCutInTwoIsStillAscii() {
        assertThat(line("x".repeat(255) + "\ud83d\ude00")).matches("[ -~]+");
        assertThat(line("\ude00")).matches("[ -~]+");
    }

    @Test
    void onlyAddressesAreNamedAsAccounts() {
        assertThat(Audit.account(" Ana@example.org ")).isEqualTo("Ana@example.org");
        for (String other : List.of("", "correct horse battery", "ana", "ana@example.org\n{}", "a b@example.org")) {
            assertThat(Audit.account(other)).isEqualTo("no address");
        }
    }
}
