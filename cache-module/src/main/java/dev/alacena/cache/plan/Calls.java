package dev.alacena.cache.plan;

import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.plan.MethodPlan.Invalidation;
import dev.alacena.cache.plan.MethodPlan.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    public static Request request(Target target, Invocation call, boolean bypass) {
        return new Request(key(target.space(), target.key(), call), texts(target.tags(), call), target.space(), bypass);
    }

    /** The tags of the entry that a call leaves. */
    public static List<String> tags(Target target, Invocation call) {
        return texts(target.tags(), call);
    }

    /** Whether the entry that a call leaves is known in this phase. */
    public static boolean in(Phase phase, Target target) {
        return in(phase, target.key());
    }

    /** What a call touches, as far as it is known in this phase. */
    public static Changes changes(MethodPlan.Writing plan, Invocation call, Phase phase) {
        Map<Key, Counters> keys = new HashMap<>();
        Set<String> tags = new HashSet<>();
        Set<Sweep> sweeps = new HashSet<>();
        Target update = plan.update();
        if (update != null && in(phase, update.key())) {
            keys.put(key(update.space(), update.key(), call), update.space().counters());
        }
        for (Invalidation invalidation : plan.invalidations()) {
            if (invalidation instanceof Invalidation.OfTags ofTags) {
                tags.addAll(texts(
                        ofTags.tags().stream().filter(tag -> in(phase, tag)).toList(), call));
            } else if (invalidation instanceof Invalidation.OfKey ofKey && in(phase, ofKey.key())) {
                keys.put(key(ofKey.space(), ofKey.key(), call), ofKey.space().counters());
            } else if (invalidation instanceof Invalidation.OfPrefix ofPrefix && in(phase, ofPrefix.prefix())) {
                sweeps.add(new Sweep.Prefix(
                        name(ofPrefix.space()), ofPrefix.prefix().of(call)));
            } else if (invalidation instanceof Invalidation.OfPattern ofPattern && in(phase, ofPattern.pattern())) {
                sweeps.add(new Sweep.Pattern(
                        name(ofPattern.space()), ofPattern.pattern().of(call)));
            } else if (invalidation instanceof Invalidation.OfAll ofAll && phase == Phase.BEFORE) {
                sweeps.add(new Sweep.All(name(ofAll.space())));
            }
        }
        return new Changes(keys, tags, sweeps);
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
        return recipes.stream()
                .map(recipe -> KeyText.bounded(recipe.of(call)))
                .distinct()
                .toList();
    }
}
