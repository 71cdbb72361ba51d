package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.alacena.cache.engine.Codec;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Entry;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values that are too big, or cannot be written, are refused; the refusal does not quote them. */
class MaxBytesTest {

    record Failing(String secret) {
        public String getOther() {
            if (!secret.isEmpty()) {
                throw new IllegalStateException(secret);
            }
            return secret;
        }
    }

    record Node(Node[] next) {}

    @Test
    void theLimitIsOfTheJsonInBytes() throws CodecException {
        Codec codec = new JsonCodecs(10).of(String.class);
        Entry most = new Entry("ññññ", Map.of());
        assertThat(codec.decode(codec.encode(most))).isEqualTo(most);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> codec.encode(new Entry("ññññ.", Map.of())))
                .withMessage("more than alacena.max-value-bytes=10 bytes of JSON");
    }

    @Test
    void aValueThatThrowsIsRefusedWithoutBeingQuoted() throws CodecException {
        Trip trip = Trip.of(Failing.class);
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> trip.bytes(new Failing("hunter2")))
                .withMessage(Failing.class.getName() + " cannot be written as JSON");
    }

    @Test
    void aValueThatContainsItselfIsRefused() throws CodecException {
        Trip trip = Trip.of(Node.class);
        Node[] next = new Node[1];
        next[0] = new Node(next);
        assertThatExceptionOfType(CodecException.class).isThrownBy(() -> trip.bytes(next[0]));
    }
}
