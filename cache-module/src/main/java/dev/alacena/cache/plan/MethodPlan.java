package dev.alacena.cache.plan;

import dev.alacena.cache.engine.Shortcut;
import dev.alacena.cache.engine.Space;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was decided about one method of one bean.
 *
 * @param place for messages
 * @param result what the method returns
 * @param read how {@code @Cached} answers; null without it
 * @param update what {@code @UpdateCache} leaves; null without it
 * @param invalidations what each {@code @InvalidateCache} takes out
 * @param boundToCaller whether only the thread that called can run it: a session bean
 * @param shortcut to what level 1 has for its arguments; null where these do not tell
 */
public record MethodPlan(
        String place,
        Result result,
        @Nullable Target read,
        @Nullable Target update,
        List<Invalidation> invalidations,
        boolean boundToCaller,
        @Nullable Shortcut shortcut) {

    public MethodPlan {
        invalidations = List.copyOf(invalidations);
    }

    /** What one interceptor writes. */
    public record Writing(@Nullable Target update, List<Invalidation> invalidations) {
        public Writing {
            invalidations = List.copyOf(invalidations);
        }
    }

    /** What {@code @UpdateCache} writes. */
    public Writing updating() {
        return new Writing(update, List.of());
    }

    /** What {@code @InvalidateCache} writes. */
    public Writing invalidating() {
        return new Writing(null, invalidations);
    }

    /** One entry of a cache: which, and under which tags. */
    public record Target(Space space, Recipe key, List<Recipe> tags) {
        public Target {
            tags = List.copyOf(tags);
        }
    }

    /** What an annotation takes out of the cache. */
    public sealed interface Invalidation {
        /** The cache; null for tags, which belong to all. */
        @Nullable
        Space space();

        /** What tells the entries of the cache; null where it is all of them, or where tags tell. */
        @Nullable
        Recipe recipe();

        /** One entry. */
        record OfKey(Space space, Recipe key) implements Invalidation {
            @Override
            public Recipe recipe() {
                return key;
            }
        }

        /** The entries whose key begins with a text. */
        record OfPrefix(Space space, Recipe prefix) implements Invalidation {
            @Override
            public Recipe recipe() {
                return prefix;
            }
        }

        /** The entries whose key matches a glob. */
        record OfPattern(Space space, Recipe pattern) implements Invalidation {
            @Override
            public Recipe recipe() {
                return pattern;
            }
        }

        /** A whole cache. */
        record OfAll(Space space) implements Invalidation {
            @Override
            public @Nullable Recipe recipe() {
                return null;
            }
        }

        /** The entries under one of these tags. */
        record OfTags(List<Recipe> tags) implements Invalidation {
            public OfTags {
                tags = List.copyOf(tags);
            }

            @Override
            public @Nullable Space space() {
                return null;
            }

            @Override
            public @Nullable Recipe recipe() {
                return null;
            }
        }
    }
}
