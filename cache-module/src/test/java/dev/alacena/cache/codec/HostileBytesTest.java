package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Entry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Bytes that nobody wrote for us are a {@link CodecException}, never another one, and never a wrong value. */
class HostileBytesTest {
    private static final long SEED = 20_260_131;
    private static final byte[] START = "AL\1\0".getBytes(StandardCharsets.ISO_8859_1);

    record Person(String name, int age, @Nullable List<Person> friends) {}

    @Test
    void randomBytesAreRefused() throws CodecException {
        Trip persons = Trip.of(Person.class);
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            System.arraycopy(START, 0, bytes, 0, Math.min(bytes.length, random.nextInt(START.length + 1)));
            assertThatExceptionOfType(CodecException.class)
                    .as("seed %d: %s", SEED, Arrays.toString(bytes))
                    .isThrownBy(() -> persons.codec().decode(bytes));
        }
    }

    @Test
    void randomChangesAreRefusedOrChangeNothing() throws CodecException {
        Trip persons = Trip.of(Person.class);
        Person ana = new Person("ana", 30, List.of(new Person("bea", 31, null)));
        byte[] bytes = persons.bytes(ana);
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            byte[] changed = bytes.clone();
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            refusedOrEqual(persons, changed, new Entry(ana, Map.of("tag", 7L)));
        }
    }

    @Test
    void everyTruncationAndEveryFlippedBitIsRefused() throws CodecException {
        Trip persons = Trip.of(Person.class);
        byte[] bytes = persons.bytes(new Person("ana", 30, null));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] flipped = bytes.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            refused(persons, flipped);
            refused(persons, Arrays.copyOf(bytes, bit / 8));
        }
    }

    @Test
    void countsAndLengthsThatPromiseTooMuchAreRefused() throws CodecException {
        ByteBuffer start = ByteBuffer.allocate(64).put(START).put("0123abcd".getBytes(StandardCharsets.US_ASCII));
        refused(Trip.of(Person.class), start.duplicate().put((byte) 255).array());
        refused(
                Trip.of(Person.class),
                start.duplicate().put((byte) 1).putShort(Short.MAX_VALUE).array());
        refused(
                Trip.of(Person.class),
                start.duplicate().put((byte) 1).putShort(Short.MIN_VALUE).array());
        refused(
                Trip.of(Person.class),
                start.duplicate()
                        .put((byte) 0)
                        .putInt(0)
                        .putInt(Integer.MAX_VALUE)
                        .array());
        refused(
                Trip.of(Person.class),
                start.duplicate().put((byte) 0).putInt(0).putInt(-1).array());
    }

    @Test
    void bytesOfAnotherTypeAreRefused() throws CodecException {
        byte[] names = Trip.of(new TypeReference<List<String>>() {}).bytes(List.of("1"));
        refused(Trip.of(new TypeReference<List<Integer>>() {}), names);
    }

    private static void refused(Trip trip, byte[] bytes) {
        assertThatExceptionOfType(CodecException.class)
                .as("%s", Arrays.toString(bytes))
                .isThrownBy(() -> trip.codec().decode(bytes));
    }

    private static void refusedOrEqual(Trip trip, byte[] bytes, Entry entry) {
        try {
            assertThat(trip.codec().decode(bytes)).as("seed %d", SEED).isEqualTo(entry);
        } catch (CodecException e) {
            assertThat(e).hasMessageNotContaining("ana");
        }
    }
}
