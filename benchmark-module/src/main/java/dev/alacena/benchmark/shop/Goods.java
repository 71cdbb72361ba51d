package dev.alacena.benchmark.shop;

import dev.alacena.api.Cached;
import dev.alacena.api.Consistency;
import dev.alacena.api.InvalidateCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

/** The bean that is called. Loads are counted over all containers of this JVM. */
@ApplicationScoped
public class Goods {
    public static final Duration SLOW = Duration.ofMillis(100);

    private static final AtomicInteger LOADS = new AtomicInteger();

    private final Item[] items = LongStream.range(0, 16).mapToObj(Item::of).toArray(Item[]::new);

    public static int loads() {
        return LOADS.get();
    }

    /** Without any interceptor. */
    public Item bare(long id) {
        return items[(int) id & 15];
    }

    @Empty
    public Item plain(long id) {
        return items[(int) id & 15];
    }

    @Cached(cache = "near", key = "{id}", consistency = Consistency.BOUNDED)
    public Item near(long id) {
        LOADS.incrementAndGet();
        return Item.of(id);
    }

    @Cached(cache = "items", key = "{id}", ttl = "PT1H")
    public Item item(long id) {
        LOADS.incrementAndGet();
        return Item.of(id);
    }

    @Cached(cache = "pages", key = "{first}", ttl = "PT1H")
    public Page page(long first) {
        LOADS.incrementAndGet();
        return Page.of(first);
    }

    /** Nothing to wait for: a miss costs what the cache costs. */
    @Cached(cache = "instant", key = "{id}", ttl = "PT1M")
    public Item instant(long id) {
        LOADS.incrementAndGet();
        return items[(int) id & 15];
    }

    @Cached(cache = "slow", key = "{id}")
    public Item slow(long id) throws InterruptedException {
        LOADS.incrementAndGet();
        Thread.sleep(SLOW.toMillis());
        return Item.of(id);
    }

    @Cached(cache = "members", key = "{group}:{id}", tags = "group:{group}", ttl = "PT1H")
    public long member(String group, long id) {
        LOADS.incrementAndGet();
        return id;
    }

    @InvalidateCache(tags = "group:{group}")
    public void dissolve(String group) {}

    @Cached(cache = "parts", key = "{box}:{id}", ttl = "PT1H")
    public long part(String box, long id) {
        LOADS.incrementAndGet();
        return id;
    }

    @InvalidateCache(cache = "parts", prefix = "{box}:")
    public void empty(String box) {}

    @InvalidateCache(cache = "items", key = "{id}")
    public void write(long id, Connection connection) throws SQLException {
        update(id, connection);
    }

    /** The same without a cache. */
    @Empty
    public void writeOnly(long id, Connection connection) throws SQLException {
        update(id, connection);
    }

    private static void update(long id, Connection connection) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE item SET version = version + 1 WHERE id = ?")) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }
}
