package dev.alacena.cache.plan;

import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.engine.View;
import dev.alacena.cache.plan.MethodPlan.Invalidation;
import dev.alacena.cache.plan.MethodPlan.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Applies plans to calls. Thread-safe. A value that cannot be part of a key is an {@link IllegalArgumentException}. */
public final class Calls {
    private Calls() {}

    /** When a part of a plan can be applied. */
    public enum Phase {
        /** Before the method runs: what does not read its result. */
        BEFORE,
        /** After it has returned: the rest. */
        AFTER
    }

    /** What a call asks for, or leaves. */
    public static Request request(Target target, Invocation call) {
        return new Request(
                key(target.space(), target.key(), call), texts(target.tags(), call), target.space(), View.FRESH);
    }

    /** The tags of the entry that a call leaves. */
    public static List<String> tags(Target target, Invocation call) {
        return texts(target.tags(), call);
    }

    /** Whether the entry that a call leaves is known in this phase. */
    public static boolean in(Phase phase, Target target) {
        return in(phase, target.key());
    }

    /** Told of a part of a plan that cannot be applied to a call; the cache is null for tags. */
    public interface Failures {
        void failed(@Nullable Space space, RuntimeException cause);
    }

    /** What a call touches, as far as it is known in this phase; what cannot be told is left out, the rest stays. */
    public static Changes changes(MethodPlan.Writing plan, Invocation call, Phase phase, Failures failures) {
        List<Changes> all = new ArrayList<>();
        Target update = plan.update();
        if (update != null && in(phase, update.key())) {
            add(all, update.space(), failures, () -> ofKey(update.space(), update.key(), call));
        }
        for (Invalidation invalidation : plan.invalidations()) {
            Space space = invalidation.space();
            if (invalidation instanceof Invalidation.OfTags ofTags) {
                ofTags.tags().stream()
                        .filter(tag -> in(phase, tag))
                        .forEach(tag -> add(all, null, failures, () -> ofTag(tag, call)));
            } else if (space != null && in(phase, invalidation)) {
                add(all, space, failures, () -> changes(space, invalidation, call));
            }
        }
        return Changes.all(all);
    }

    private static void add(List<Changes> all, @Nullable Space space, Failures failures, Supplier<Changes> part) {
        try {
            all.add(part.get());
        } catch (RuntimeException e) {
            failures.failed(space, e);
        }
    }

    private static boolean in(Phase phase, Invalidation invalidation) {
        Recipe recipe = invalidation.recipe();
        return recipe == null ? phase == Phase.BEFORE : in(phase, recipe);
    }

    private static Changes changes(Space space, Invalidation invalidation, Invocation call) {
        if (invalidation instanceof Invalidation.OfKey ofKey) {
            return ofKey(space, ofKey.key(), call);
        }
        if (invalidation instanceof Invalidation.OfPrefix ofPrefix) {
            return ofSweep(new Sweep.Prefix(name(space), ofPrefix.prefix().of(call)));
        }
        if (invalidation instanceof Invalidation.OfPattern ofPattern) {
            return ofSweep(new Sweep.Pattern(name(space), ofPattern.pattern().of(call)));
        }
        return ofSweep(new Sweep.All(name(space)));
    }

    private static Changes ofKey(Space space, Recipe recipe, Invocation call) {
        return new Changes(Map.of(key(space, recipe, call), space.counters()), Set.of(), Set.of());
    }

    private static Changes ofTag(Recipe tag, Invocation call) {
        return new Changes(Map.of(), Set.of(KeyText.bounded(tag.of(call))), Set.of());
    }

    private static Changes ofSweep(Sweep sweep) {
        return new Changes(Map.of(), Set.of(), Set.of(sweep));
    }

    private static boolean in(Phase phase, Recipe recipe) {
        return recipe.needsResult() == (phase == Phase.AFTER);
    }

    private static Key key(Space space, Recipe recipe, Invocation call) {
        return new Key(name(space), recipe.of(call), space.codec().fingerprint());
    }

    private static String name(Space space) {
        return space.policy().cache();
    }

    private static List<String> texts(List<Recipe> recipes, Invocation call) {
        if (recipes.isEmpty()) {
            return List.of();
        }
        return recipes.stream()
                .map(recipe -> KeyText.bounded(recipe.of(call)))
                .distinct()
                .toList();
    }
}
