package dev.alacena.cache.cdi;

import dev.alacena.api.Cache;
import dev.alacena.api.CacheObservation;
import dev.alacena.api.CacheStatistics;
import dev.alacena.api.CachedMethod;
import dev.alacena.api.Caches;
import dev.alacena.api.NodeStatistics;
import dev.alacena.api.ServerStatistics;
import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.plan.KeyText;
import dev.alacena.cache.plan.MethodPlan;
import dev.alacena.cache.plan.Plans;
import dev.alacena.cache.plan.Spaces;
import jakarta.enterprise.inject.Typed;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The programmatic door of the application. Thread-safe. */
@Part
@Typed(Caches.class)
class Door implements Caches {
    private final Plans plans;
    private final Spaces spaces;
    private final Hand hand;

    @Inject
    public Door(Plans plans, Spaces spaces, Hand hand) {
        this.plans = plans;
        this.spaces = spaces;
        this.hand = hand;
    }

    @Override
    public <K, V> Cache<K, V> get(String name, Class<K> keyType, Class<V> valueType) {
        return open(name, keyType, valueType);
    }

    @Override
    public <K, V> Cache<K, V> get(String name, Class<K> keyType, TypeLiteral<V> valueType) {
        return open(name, keyType, valueType.getType());
    }

    private <K, V> Cache<K, V> open(String name, Class<K> keyType, Type valueType) {
        spaces.checkKeys(name, keyType);
        return new OpenCache<>(spaces.open(name, valueType), hand);
    }

    @Override
    public CachedMethod method(Class<?> bean, String name, Class<?>... parameterTypes) {
        List<MethodPlan> found = plans.find(bean, name, parameterTypes).stream()
                .filter(plan -> plan.read() != null)
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException("%s has %s method %s%s annotated with @Cached"
                    .formatted(bean.getName(), found.isEmpty() ? "no" : "more than one", name, types(parameterTypes)));
        }
        return new OpenMethod(found.get(0), parameterTypes.length, hand);
    }

    @Override
    public void invalidateTag(String tag) {
        Changes changes = new Changes(Map.of(), Set.of(KeyText.bounded(tag)), Set.of());
        hand.touch(changes, () -> hand.direct().invalidateTags(List.copyOf(changes.tags())));
    }

    @Override
    public long clear() {
        return hand.sweep(new Sweep.Everything());
    }

    @Override
    public List<CacheStatistics> statistics() {
        return spaces.all().stream().map(hand::statistics).toList();
    }

    @Override
    public NodeStatistics node() {
        return hand.node();
    }

    @Override
    public CacheObservation observe() {
        return hand.cupboard().observe();
    }

    @Override
    public ServerStatistics server() {
        return hand.server();
    }

    private static String types(Class<?>[] parameters) {
        return Arrays.stream(parameters)
                .map(Class::getSimpleName)
                .toList()
                .toString()
                .replace('[', '(')
                .replace(']', ')');
    }
}
