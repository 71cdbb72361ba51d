package dev.alacena.cache.plan;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.KeyGenerator;
import dev.alacena.api.UpdateCache;
import dev.alacena.cache.engine.Shortcut;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.plan.MethodPlan.Invalidation;
import dev.alacena.cache.plan.MethodPlan.Target;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the annotations of all beans, once, and makes plans of them, or problems. Not thread-safe. */
public final class Planner {
    private final List<Declared> declared = new ArrayList<>();
    private final Spaces spaces;
    private final Function<Class<? extends KeyGenerator>, KeyGenerator> generators;
    private final Problems problems;

    public Planner(Spaces spaces, Function<Class<? extends KeyGenerator>, KeyGenerator> generators, Problems problems) {
        this.spaces = spaces;
        this.generators = generators;
        this.problems = problems;
    }

    /** Takes a bean class with all its methods, inherited ones too. */
    public void add(Class<?> bean, Collection<Method> methods, boolean session) {
        for (var annotation : List.of(Cached.class, UpdateCache.class, InvalidateCache.class)) {
            if (bean.getAnnotationsByType(annotation).length > 0) {
                problems.onClass(bean.getName(), "@" + annotation.getSimpleName());
            }
        }
        methods.stream()
                .filter(method -> !method.isBridge())
                .map(method -> new Declared(bean, method, session))
                .peek(this::checkMarks)
                .filter(one -> Declared.is(one.method()) && sound(one))
                .forEach(declared::add);
    }

    /** The plans; worth something only when there were no problems. */
    public Plans plan() {
        Declarations declarations = new Declarations(problems);
        declared.forEach(declarations::add);
        declarations.declare(spaces);
        Overlaps overlaps = new Overlaps(problems);
        declared.forEach(overlaps::add);
        Plans plans = new Plans();
        declared.forEach(one -> plans.put(one.bean(), one.method(), plan(one)));
        return plans;
    }

    /** Every generator that an annotation names, with one of the places. */
    public Map<Class<? extends KeyGenerator>, String> generators() {
        Map<Class<? extends KeyGenerator>, String> named = new LinkedHashMap<>();
        declared.forEach(one -> one.generators().forEach(type -> named.putIfAbsent(type, one.place())));
        return named;
    }

    private void checkMarks(Declared one) {
        if (one.marked() && !one.keyOfParameters()) {
            problems.idleCacheKey(one.place());
        }
    }

    private boolean sound(Declared one) {
        int modifiers = one.method().getModifiers() & (Modifier.PRIVATE | Modifier.STATIC | Modifier.FINAL);
        if (modifiers != 0) {
            problems.notInterceptable(one.place(), "the annotation", Modifier.toString(modifiers));
            return false;
        }
        boolean fills = one.cached() != null || one.update() != null;
        if (fills && one.result().isVoid()) {
            problems.nothingToCache(one.place(), one.cached() == null ? "@UpdateCache" : "@Cached");
        }
        problems.neverCached(one.place(), one.secrets(spaces::neverCached));
        return true;
    }

    private MethodPlan plan(Declared one) {
        Result result = one.result();
        List<Invalidation> invalidations = new ArrayList<>();
        for (InvalidateCache annotation : one.invalidations()) {
            invalidations.addAll(invalidations(one, annotation));
        }
        Target read = read(one);
        Shortcut shortcut = read != null && shortcuts(one, read) ? new Shortcut() : null;
        return new MethodPlan(one.place(), result, read, update(one), invalidations, one.session(), shortcut);
    }

    /** Where equal arguments always mean the same entry, and level 1 has the value itself. */
    private static boolean shortcuts(Declared one, Target read) {
        Space space = read.space();
        return space.policy().enabled()
                && space.policy().near()
                && space.codec().immutable()
                && read.key().pure()
                && !one.result().later()
                && Arrays.stream(one.method().getParameterTypes()).allMatch(KeyTypes::tellsItself);
    }

    private @Nullable Target read(Declared one) {
        Cached cached = one.cached();
        if (cached == null) {
            return null;
        }
        Recipes recipes = recipes(one, "which is not known before the method has run");
        Space space = spaces.find(one.cache(cached.cache()));
        return target(space, recipes.key(cached.key(), cached.keyGenerator()), recipes.templates(cached.tags()));
    }

    private @Nullable Target update(Declared one) {
        UpdateCache update = one.update();
        if (update == null) {
            return null;
        }
        if (update.key().isEmpty() && update.keyGenerator() == KeyGenerator.class) {
            problems.noKey(one.place());
            return null;
        }
        Recipe key = recipes(one, null).key(update.key(), update.keyGenerator());
        List<Recipe> tags =
                recipes(one, "but tags are read before the method runs").templates(update.tags());
        return target(spaces.find(update.cache()), key, tags);
    }

    private static @Nullable Target target(@Nullable Space space, @Nullable Recipe key, List<Recipe> tags) {
        return space == null || key == null ? null : new Target(space, key, tags);
    }

    private List<Invalidation> invalidations(Declared one, InvalidateCache annotation) {
        Recipes recipes = recipes(one, one.result().isVoid() ? "but the method returns nothing" : null);
        return new Invalidations(one.place(), spaces, problems).of(annotation, recipes);
    }

    private Recipes recipes(Declared one, @Nullable String noResult) {
        return new Recipes(one, Scope.of(one, noResult).with(spaces::neverCached), problems, generators);
    }
}
