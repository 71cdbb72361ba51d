package dev.alacena.web.it.beans;

import dev.alacena.api.Cached;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** A plain bean that returns values of every shape. */
@ApplicationScoped
public class Values {

    @Inject
    Calls calls;

    @Cached(cache = "stages", key = "{name}", ttl = "PT5M")
    public CompletionStage<Integer> stage(String name) {
        return CompletableFuture.supplyAsync(calls::next);
    }

    @Cached(cache = "failed-stages", key = "{name}", ttl = "PT5M")
    public CompletionStage<Integer> failedStage(String name) {
        return CompletableFuture.failedFuture(new OutOfStock(calls.next()));
    }

    @Cached(cache = "nulls", key = "{name}", ttl = "PT5M")
    public @Nullable String nothing(String name, int[] reached) {
        reached[0] = calls.next();
        return null;
    }

    @Cached(cache = "optionals", key = "{name}", ttl = "PT5M")
    public Optional<String> maybe(String name, boolean there) {
        return there ? Optional.of(name + calls.next()) : Optional.empty();
    }

    /** No key is given: all parameters make it. */
    @Cached(ttl = "PT5M")
    public Map<String, List<Dated>> grouped(String name, List<LocalDate> days) {
        int call = calls.next();
        return Map.of(
                name,
                days.stream().map(day -> new Dated(day, Instant.EPOCH, call)).toList());
    }

    /** A value with dates in it. */
    public record Dated(LocalDate day, Instant at, int call) {}
}
