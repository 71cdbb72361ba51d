package dev.alacena.cache.wiring;

import dev.alacena.api.Cached;
import dev.alacena.api.Consistency;
import dev.alacena.api.InvalidateCache;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A bean of an application whose class loader goes with it. */
@ApplicationScoped
public class Goods implements Deployed {
    /** A value of the application's own type. */
    public record Item(long id, List<String> names) {}

    @Override
    @Cached(cache = "goods", key = "{id}", consistency = Consistency.BOUNDED)
    public Item item(long id) {
        return new Item(id, List.of("item"));
    }

    @Override
    @Cached(cache = "goods-later", key = "{id}")
    public CompletionStage<Item> later(long id, CompletableFuture<Void> loaded) {
        return loaded.thenApply(done -> new Item(id, List.of("later")));
    }

    @Override
    @InvalidateCache(cache = "goods", key = "{id}")
    @InvalidateCache(cache = "goods-later", all = true)
    public void change(long id) {}
}
