package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.alacena.cache.engine.CodecException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was sealed is opened as it was, and nothing else is opened. */
class EnvelopeTest {
    private static final byte[] PAYLOAD = "{\"name\":\"ana\"}".getBytes(StandardCharsets.UTF_8);
    private static final Map<String, Long> TAGS = Map.of("user:1", Long.MIN_VALUE, "ñ", -1L, "", 0L);

    @Test
    void everythingComesBack() throws CodecException {
        Envelope opened = Envelope.open(new Envelope("0123abcd", TAGS, PAYLOAD).seal());
        assertThat(opened.fingerprint()).isEqualTo("0123abcd");
        assertThat(opened.tags()).isEqualTo(TAGS);
        assertThat(opened.payload()).isEqualTo(PAYLOAD);
    }

    @Test
    void nullIsNotNothing() throws CodecException {
        assertThat(Envelope.open(new Envelope("0123abcd", TAGS, null).seal()).payload())
                .isNull();
        assertThat(Envelope.open(new Envelope("0123abcd", TAGS, new byte[0]).seal())
                        .payload())
                .isEmpty();
    }

    @Test
    void asManyTagsAsOneByteCountsAreKept() throws CodecException {
        assertThat(Envelope.open(new Envelope("0123abcd", tags(255), PAYLOAD).seal())
                        .tags())
                .isEqualTo(tags(255));
    }

    @Test
    void moreTagsOrLongerOnesAreRefusedBeforeTheyAreWritten() {
        refused(() -> new Envelope("0123abcd", tags(256), PAYLOAD).seal(), "more than 255 tags");
        Map<String, Long> longer = Map.of("t".repeat(Short.MAX_VALUE + 1), 1L);
        refused(() -> new Envelope("0123abcd", longer, PAYLOAD).seal(), "a tag of more than 32767 bytes");
    }

    @Test
    void everyTruncationIsRefused() throws CodecException {
        byte[] sealed = new Envelope("0123abcd", TAGS, PAYLOAD).seal();
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatExceptionOfType(CodecException.class)
                    .as("cut to %d bytes", length)
                    .isThrownBy(() -> Envelope.open(cut));
        }
    }

    @Test
    void everythingBehindTheEndIsRefused() throws CodecException {
        byte[] sealed = new Envelope("0123abcd", TAGS, PAYLOAD).seal();
        refused(() -> Envelope.open(Arrays.copyOf(sealed, sealed.length + 1)), "of another length than it says");
    }

    @Test
    void everyFlippedBitIsRefused() throws CodecException {
        for (byte[] payload : Arrays.asList(PAYLOAD, null)) {
            byte[] sealed = new Envelope("0123abcd", TAGS, payload).seal();
            for (int bit = 0; bit < sealed.length * 8; bit++) {
                byte[] flipped = sealed.clone();
                flipped[bit / 8] ^= (byte) (1 << bit % 8);
                assertThatExceptionOfType(CodecException.class)
                        .as("bit %d of byte %d", bit % 8, bit / 8)
                        .isThrownBy(() -> Envelope.open(flipped));
            }
        }
    }

    @Test
    void theLayoutIsTheOneThatIsWrittenDown() throws CodecException {
        byte[] sealed = new Envelope("0123abcd", Map.of("t", 1L), new byte[] {'4', '2'}).seal();
        String hex = IntStream.range(0, sealed.length)
                .mapToObj(i -> "%02x".formatted(sealed[i]))
                .collect(Collectors.joining());
        // magic, format, flags, fingerprint, one tag of one byte in version 1, checksum, two bytes
        assertThat(hex)
                .matches("414c" + "01" + "00" + "3031323361626364" + "01" + "000174" + "0000000000000001"
                        + "[0-9a-f]{8}" + "00000002" + "3432");
    }

    private static Map<String, Long> tags(int count) {
        return IntStream.range(0, count).boxed().collect(Collectors.toMap(i -> "tag" + i, Integer::longValue));
    }

    private interface Attempt {
        Object run() throws CodecException;
    }

    private static void refused(Attempt attempt, String message) {
        assertThatExceptionOfType(CodecException.class)
                .isThrownBy(() -> Objects.requireNonNull(attempt.run()))
                .withMessage(message);
    }
}
