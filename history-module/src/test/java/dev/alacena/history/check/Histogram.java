package dev.alacena.history.check;

/** How long things took: counts by size, each size within an eighth. */
final class Histogram {
    private static final int PARTS = 8;
    private static final int BITS = 3;

    private final long[] counts = new long[Long.SIZE * PARTS];
    private long count;
    private long longest;

    void add(long nanos) {
        long size = Math.max(0, nanos);
        counts[bucket(size)]++;
        count++;
        longest = Math.max(longest, size);
    }

    long count() {
        return count;
    }

    /** How many took this long or less, as far as the buckets tell. */
    long within(long nanos) {
        long sum = 0;
        for (int at = 0; at <= bucket(nanos); at++) {
            sum += counts[at];
        }
        return sum;
    }

    double millis(double share) {
        long rank = (long) Math.ceil(share * count);
        long sum = 0;
        for (int at = 0; at < counts.length; at++) {
            sum += counts[at];
            if (sum >= rank && sum > 0) {
                return Math.min(longest, upper(at)) / 1e6;
            }
        }
        return 0;
    }

    String text() {
        return "p50 %.3f, p99 %.2f, p99.9 %.1f, longest %.1f ms of %,d"
                .formatted(millis(0.5), millis(0.99), millis(0.999), longest / 1e6, count);
    }

    private static int bucket(long size) {
        if (size < PARTS) {
            return (int) size;
        }
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(size);
        return (power - BITS + 1) * PARTS + (int) ((size >> (power - BITS)) & (PARTS - 1));
    }

    private static long upper(int bucket) {
        if (bucket < PARTS) {
            return bucket;
        }
        int power = bucket / PARTS + BITS - 1;
        return (1L << power) + ((bucket % PARTS + 1L) << (power - BITS)) - 1;
    }
}
