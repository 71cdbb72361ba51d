package dev.alacena.benchmark.figure;

import dev.alacena.api.CacheLevel;
import dev.alacena.benchmark.shop.Goods;
import dev.alacena.benchmark.shop.Item;
import dev.alacena.benchmark.shop.Shop;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Calls of one bean by its client proxy, in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Level1 {
    static final String REDIS = "benchmark.redis";

    /** Few keys, as each is renewed from Redis once in a second. */
    static final int KEYS = 16;

    /** Not those of another fork: the first call loads. */
    private final long first = System.nanoTime();

    private final Shop shop = Shop.open(System.getProperty(REDIS, ""));
    private final Goods goods = shop.goods();
    private long calls;

    @Benchmark
    public Item noInterceptor() {
        return goods.bare(next());
    }

    @Benchmark
    public Item emptyInterceptor() {
        return goods.plain(next());
    }

    @Benchmark
    public Item level1() {
        return goods.near(next());
    }

    private long next() {
        return first + calls++ % KEYS;
    }

    @TearDown
    public void close() {
        Map<CacheLevel, Long> hits =
                shop.caches().get("near", Long.class, Item.class).statistics().hits();
        shop.close();
        long level1 = hits.getOrDefault(CacheLevel.LEVEL_1, 0L);
        if (level1 < 1000 * hits.getOrDefault(CacheLevel.LEVEL_2, 0L)) {
            throw new IllegalStateException("level 1 has hardly answered: " + hits);
        }
    }
}
