package dev.alacena.cache.cdi;

import dev.alacena.api.CacheAdministration;
import dev.alacena.api.CacheSettings;
import dev.alacena.api.CachedKey;
import dev.alacena.api.Consistency;
import dev.alacena.api.Invalidated;
import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.plan.KeyText;
import dev.alacena.cache.plan.Spaces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The door for operators. Thread-safe. */
@Part
@Typed(CacheAdministration.class)
class Administration implements CacheAdministration {
    /** What is not done yet, or not confirmed. */
    private static final Invalidated KEPT = new Invalidated(0, false);

    private final Spaces spaces;
    private final Hand hand;

    @Inject
    public Administration(Spaces spaces, Hand hand) {
        this.spaces = spaces;
        this.hand = hand;
    }

    @Override
    public List<CacheSettings> settings() {
        return spaces.all().stream().map(this::settings).toList();
    }

    @Override
    public Optional<CacheSettings> settings(String cache) {
        return spaces.named(cache).map(this::settings);
    }

    private CacheSettings settings(Space space) {
        Policy policy = space.policy();
        return new CacheSettings(
                policy.cache(),
                policy.enabled(),
                policy.near() ? Consistency.BOUNDED : Consistency.STRICT,
                policy.times().ttl(),
                policy.times().nullTtl(),
                policy.times().lease(),
                policy.maxEntries(),
                spaces.waitReplicas(space),
                space.tagged());
    }

    @Override
    public Optional<List<CachedKey>> keys(String pattern, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of %d is less than 1".formatted(limit));
        }
        return hand.direct()
                .list(Sweep.Names.of(List.of(pattern)), limit)
                .map(found -> found.stream().map(Administration::shown).toList());
    }

    private static CachedKey shown(Store.Listed found) {
        return new CachedKey(found.key().cache(), found.key().toString(), found.remaining(), found.bytes());
    }

    @Override
    public Invalidated invalidateKey(String key) {
        return named(key).map(this::invalidate).orElse(new Invalidated(0, true));
    }

    private Invalidated invalidate(Key key) {
        Optional<Space> space = spaces.named(key.cache());
        // what only other versions of the application know is taken out in all the formats that Redis knows
        String format = space.map(own -> own.codec().fingerprint()).orElse(Key.ANY_FORMAT);
        Counters counters = space.map(Space::counters).orElse(hand.cupboard().node());
        Key known = new Key(key.cache(), key.text(), format);
        return invalidate(
                new Changes(Map.of(known, counters), Set.of(), Set.of()),
                () -> hand.direct().taken(known, counters).map(existed -> new Invalidated(existed ? 1 : 0, true)));
    }

    /** As it is shown, or as it is called in the store. */
    private Optional<Key> named(String name) {
        int colon = name.indexOf(':');
        return hand.cupboard()
                .store()
                .key(name)
                .or(() -> colon < 0
                        ? Optional.empty()
                        : Optional.of(new Key(name.substring(0, colon), name.substring(colon + 1), Key.ANY_FORMAT)))
                .filter(key -> Spaces.legal(key.cache()) && KeyText.possible(key.text()));
    }

    @Override
    public Invalidated invalidatePatterns(Collection<String> patterns) {
        return sweep(Sweep.Names.of(patterns));
    }

    @Override
    public Invalidated invalidateTag(String tag) {
        Changes changes = new Changes(Map.of(), Set.of(KeyText.bounded(tag)), Set.of());
        return invalidate(
                changes,
                () -> Optional.of(new Invalidated(0, hand.direct().invalidateTags(List.copyOf(changes.tags())))));
    }

    @Override
    public Invalidated clear() {
        return sweep(new Sweep.Everything());
    }

    private Invalidated sweep(Sweep sweep) {
        return invalidate(new Changes(Map.of(), Set.of(), Set.of(sweep)), () -> hand.direct().swept(sweep).stream()
                .mapToObj(entries -> new Invalidated(entries, true))
                .findFirst());
    }

    /** With the transaction, if there is one; else now. */
    private Invalidated invalidate(Changes changes, Supplier<Optional<Invalidated>> now) {
        AtomicReference<Optional<Invalidated>> outcome = new AtomicReference<>(Optional.empty());
        hand.touch(changes, () -> outcome.set(now.get()));
        return Objects.requireNonNull(outcome.get()).orElse(KEPT);
    }
}
