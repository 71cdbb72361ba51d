package dev.alacena.cache.plan;

import dev.alacena.api.InvalidateCache;
import dev.alacena.api.KeyGenerator;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.plan.MethodPlan.Invalidation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one {@code @InvalidateCache}. */
final class Invalidations {
    private final String place;
    private final Spaces spaces;
    private final Problems problems;

    Invalidations(String place, Spaces spaces, Problems problems) {
        this.place = place;
        this.spaces = spaces;
        this.problems = problems;
    }

    List<Invalidation> of(InvalidateCache annotation, Recipes recipes) {
        List<Invalidation> found = new ArrayList<>();
        if (annotation.tags().length > 0) {
            found.add(new Invalidation.OfTags(recipes.templates(annotation.tags())));
        }
        long ways = Stream.of(
                        !annotation.key().isEmpty() || generated(annotation),
                        !annotation.prefix().isEmpty(),
                        !annotation.pattern().isEmpty(),
                        annotation.all())
                .filter(given -> given)
                .count();
        if (ways > 1) {
            problems.tooMuchToInvalidate(place);
        } else if (ways == 1) {
            Invalidation one = inCache(annotation, recipes);
            if (one != null) {
                found.add(one);
            }
        } else if (found.isEmpty() || !annotation.cache().isEmpty()) {
            problems.nothingToInvalidate(place);
        }
        return found;
    }

    private static boolean generated(InvalidateCache annotation) {
        return annotation.keyGenerator() != KeyGenerator.class;
    }

    private @Nullable Invalidation inCache(InvalidateCache annotation, Recipes recipes) {
        if (annotation.cache().isEmpty()) {
            problems.noCache(place, "@InvalidateCache");
            return null;
        }
        Space space = spaces.find(annotation.cache());
        if (space == null) {
            List<String> known =
                    spaces.all().stream().map(one -> one.policy().cache()).toList();
            problems.unknownCache(place, annotation.cache(), known);
            return null;
        }
        return of(annotation, recipes, space);
    }

    private static @Nullable Invalidation of(InvalidateCache annotation, Recipes recipes, Space space) {
        if (annotation.all()) {
            return new Invalidation.OfAll(space);
        }
        if (!annotation.prefix().isEmpty()) {
            Recipe prefix = recipes.template(annotation.prefix());
            return prefix == null ? null : new Invalidation.OfPrefix(space, prefix);
        }
        if (!annotation.pattern().isEmpty()) {
            Recipe pattern = recipes.template(annotation.pattern());
            return pattern == null ? null : new Invalidation.OfPattern(space, pattern);
        }
        Recipe key = recipes.key(annotation.key(), annotation.keyGenerator());
        return key == null ? null : new Invalidation.OfKey(space, key);
    }
}
