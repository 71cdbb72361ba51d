package dev.alacena.benchmark.server;

import java.io.IOException;
import java.time.Duration;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;

/** Many copies of one entry that the library has stored: its bytes do not name its key. */
public final class Entries {
    private static final int BATCH = 1000;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final byte[] SET = Wire.bytes("SET");
    private static final byte[] PX = Wire.bytes("PX");
    private static final byte[] LIFE =
            Wire.bytes(String.valueOf(Duration.ofHours(1).toMillis()));

    private Entries() {}

    /**
     * Stores an entry under the names of the numbers from 0 to {@code count}, a thousand with each round trip.
     *
     * @param progress told how many there are, now and then
     */
    public static void copy(Wire wire, byte[] bytes, long count, LongFunction<String> name, LongConsumer progress)
            throws IOException {
        for (long first = 0; first < count; first += BATCH) {
            long end = Math.min(first + BATCH, count);
            for (long i = first; i < end; i++) {
                wire.send(SET, Wire.bytes(name.apply(i)), bytes, PX, LIFE);
            }
            for (long i = first; i < end; i++) {
                wire.receive();
            }
            progress.accept(end);
        }
    }

    /** The bytes of an entry that a call stores. On a busy machine a first call may find that Redis did not answer in time. */
    public static byte[] of(Wire wire, String name, Runnable call) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        do {
            call.run();
            if (wire.call("GET", name) instanceof byte[] bytes) {
                return bytes;
            }
        } while (System.nanoTime() - end < 0);
        throw new IOException("the library has not stored " + name);
    }
}
