package dev.alacena.cache.cdi;

import dev.alacena.api.CacheKey;
import dev.alacena.api.Cached;
import dev.alacena.api.Consistency;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.KeyGenerator;
import dev.alacena.api.UpdateCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

/** A bean with every shape of method that can be cached. */
@ApplicationScoped
class Shop extends Shelf<Shop.Item> {
    private final AtomicInteger calls = new AtomicInteger();

    record Item(long id, String name, LocalDate since) {}

    record Filter(String text, int limit) {}

    int calls() {
        return calls.get();
    }

    Item make(long id, String name) {
        return new Item(id, name + calls.incrementAndGet(), LocalDate.EPOCH);
    }

    @Override
    Item fetch(long id) {
        return make(id, "shelf");
    }

    @Cached(cache = "items", key = "{id}", tags = "shop:{id}")
    public Item item(long id) {
        return make(id, "item");
    }

    @Cached(cache = "near-items", key = "{id}", consistency = Consistency.BOUNDED)
    public Item near(long id) {
        return make(id, "near");
    }

    @Cached(cache = "optional", key = "{id}")
    public Optional<Item> optional(long id) {
        calls.incrementAndGet();
        return id == 0 ? Optional.empty() : Optional.of(make(id, "optional"));
    }

    @Cached(cache = "count", key = "{text}")
    public int count(String text) {
        calls.incrementAndGet();
        return text.length();
    }

    @Cached(cache = "optional-int", key = "{text}")
    public OptionalInt first(String text) {
        calls.incrementAndGet();
        return text.chars().findFirst();
    }

    @Cached(cache = "nothing", key = "{id}")
    public String nothing(long id) {
        calls.incrementAndGet();
        return null;
    }

    @Cached
    public Map<String, List<Item>> search(Filter filter) {
        return Map.of(filter.text(), List.of(make(filter.limit(), "found")));
    }

    @Cached
    public String report(@CacheKey long id, Object tracing) {
        return "report" + calls.incrementAndGet();
    }

    @Cached(cache = "generated", keyGenerator = FirstLetter.class)
    public String generated(String text) {
        calls.incrementAndGet();
        return text;
    }

    @Cached(cache = "later", key = "{id}")
    public CompletionStage<Item> later(long id) {
        return CompletableFuture.supplyAsync(() -> make(id, "later"));
    }

    @Cached(cache = "later-optional", key = "{id}")
    public CompletableFuture<Optional<Item>> laterOptional(long id) {
        calls.incrementAndGet();
        return CompletableFuture.completedFuture(Optional.empty());
    }

    @Cached(cache = "failing", key = "{id}")
    public String failing(long id) throws NoSuchFieldException {
        calls.incrementAndGet();
        throw new NoSuchFieldException("business");
    }

    @InvalidateCache(cache = "items", key = "{id}")
    public void sell(long id) {}

    @InvalidateCache(cache = "items", key = "{id}")
    @InvalidateCache(cache = "near-items", all = true)
    public void rename(long id) {}

    @InvalidateCache(tags = "shop:{id}")
    public void close(long id) {}

    @InvalidateCache(cache = "items", key = "{result.id}")
    public Item create(long id) {
        return new Item(id, "created", LocalDate.EPOCH);
    }

    @InvalidateCache(cache = "items", key = "{id}")
    public void break_(long id) {
        throw new IllegalStateException("half-way");
    }

    @InvalidateCache(cache = "items", key = "{id}")
    public CompletionStage<Void> sellLater(long id, CompletableFuture<Void> sold) {
        return sold;
    }

    @UpdateCache(cache = "items", key = "{id}", tags = "shop:{id}")
    public Item update(long id, String name) {
        return new Item(id, name, LocalDate.EPOCH);
    }

    /** Keys by the first letter, to be seen in a test. */
    public static final class FirstLetter implements KeyGenerator {
        @Override
        public String generate(Method method, List<Object> arguments) {
            return arguments.get(0).toString().substring(0, 1);
        }
    }
}
