package dev.alacena.benchmark.figure;

import dev.alacena.api.CachedMethod;
import dev.alacena.benchmark.paired.Operation;
import dev.alacena.benchmark.server.Entries;
import dev.alacena.benchmark.server.Raw;
import dev.alacena.benchmark.server.Wire;
import dev.alacena.benchmark.shop.Goods;
import dev.alacena.benchmark.shop.Shop;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.ByteArrayCodec;

/** Entries in Redis, and who reads them: the library by a cached method, Redisson as bytes. Random keys, all present. */
final class Reads implements AutoCloseable {
    static final String TUNED = "Redisson, the library's settings";
    static final String DEFAULTS = "Redisson, its default settings";

    private final Shop shop;
    private final RedissonClient tuned;
    private final RedissonClient defaults;
    private final LongFunction<Object> call;
    private final String[] names;
    private final int loads;

    private Reads(Place place, Shop shop, Kind kind) throws IOException {
        this.shop = shop;
        this.call = kind.call(shop.goods());
        this.tuned = Raw.tuned(place.redis());
        this.defaults = Raw.defaults(place.redis());
        CachedMethod entries = shop.entries(kind.method, long.class);
        this.names = LongStream.range(0, kind.count).mapToObj(entries::key).toArray(String[]::new);
        Wire wire = place.redis().wire();
        byte[] bytes = Entries.of(wire, names[0], () -> check(call.apply(0)));
        Entries.copy(wire, bytes, kind.count, i -> names[(int) i], copied -> {});
        this.loads = Goods.loads();
    }

    /** What is read. */
    enum Kind {
        ITEM("item", 10_000),
        PAGE("page", 1000);

        private final String method;
        private final int count;

        Kind(String method, int count) {
            this.method = method;
            this.count = count;
        }

        private LongFunction<Object> call(Goods goods) {
            return switch (this) {
                case ITEM -> goods::item;
                case PAGE -> goods::page;
            };
        }
    }

    static Reads open(Place place, Kind kind) throws IOException {
        return new Reads(place, Shop.open(place.redis().url()), kind);
    }

    Operation library() {
        return () -> check(call.apply(any()));
    }

    Operation tuned() {
        return raw(tuned);
    }

    Operation defaults() {
        return raw(defaults);
    }

    /** How often the method ran although there was an entry: Redis did not answer in time. */
    String note() {
        int missed = Goods.loads() - loads;
        return missed == 0 ? "" : ", %d calls not answered by Redis in time".formatted(missed);
    }

    private Operation raw(RedissonClient client) {
        return () -> check(
                client.<byte[]>getBucket(names[any()], ByteArrayCodec.INSTANCE).get());
    }

    private int any() {
        return ThreadLocalRandom.current().nextInt(names.length);
    }

    private static void check(@Nullable Object value) {
        if (value == null) {
            throw new IllegalStateException("an entry is gone");
        }
    }

    @Override
    public void close() {
        shop.close();
        tuned.shutdown();
        defaults.shutdown();
    }
}
