package dev.alacena.cache.plan;

import dev.alacena.api.limit.RateLimited;
import dev.alacena.cache.engine.Throttle;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The rate limits of the application by name: those that annotations declare, and those that code asks for. Thread-safe. */
public final class Limits {
    private static final long MOST = 1_000_000;

    private final Map<String, Declared> declared = new ConcurrentHashMap<>();
    private final Map<String, Throttle.Bucket> buckets = new ConcurrentHashMap<>();
    private final Map<String, Throttle.Delay> delays = new ConcurrentHashMap<>();
    private final LimitPolicies policies;

    private record Declared(Throttle.Bucket bucket, String place) {}

    public Limits(LimitPolicies policies) {
        this.policies = policies;
    }

    /** Reads the annotations of a bean; what is wrong with them are problems. */
    public void add(Class<?> bean, Collection<Method> methods, Problems problems) {
        declare(bean, bean.getName(), problems);
        methods.forEach(method -> declare(method, Place.of(bean, method), problems));
    }

    /** Reads the settings of all limits that annotations declare. */
    public void settle() {
        declared.keySet().forEach(this::bucket);
    }

    private void declare(AnnotatedElement element, String place, Problems problems) {
        for (RateLimited annotation : element.getAnnotationsByType(RateLimited.class)) {
            understood(annotation, place, problems).ifPresent(bucket -> declare(annotation, bucket, place, problems));
        }
    }

    private void declare(RateLimited annotation, Throttle.Bucket bucket, String place, Problems problems) {
        Declared first = declared.putIfAbsent(annotation.limit(), new Declared(bucket, place));
        if (first != null && !first.bucket.equals(bucket)) {
            problems.limitDisagreement(annotation.limit(), first.place, place);
        }
    }

    private static Optional<Throttle.Bucket> understood(RateLimited annotation, String place, Problems problems) {
        int before = problems.found().size();
        if (!Spaces.legal(annotation.limit())) {
            problems.illegalLimit(place, annotation.limit());
        }
        if (annotation.permits() < 1 || annotation.permits() > MOST) {
            problems.illegalPermits(place, annotation.permits(), MOST);
        }
        if (annotation.by().length == 0) {
            problems.countsNobody(place, annotation.limit());
        }
        try {
            Throttle.Bucket bucket = new Throttle.Bucket(annotation.permits(), Durations.parse(annotation.per()));
            return problems.found().size() == before ? Optional.of(bucket) : Optional.empty();
        } catch (IllegalArgumentException e) {
            problems.illegalDuration(place, annotation.per());
            return Optional.empty();
        }
    }

    /**
     * The limits of a resource method, its class' first. Those of a class that is no bean are read only now; if something is
     * wrong with them, that is an {@link IllegalStateException}.
     */
    public List<LimitPlan> of(Class<?> resource, Method method) {
        Problems problems = new Problems();
        List<Method> declarations = Overridden.by(method);
        add(resource, declarations, problems);
        if (!problems.found().isEmpty()) {
            throw new IllegalStateException(problems.text());
        }
        List<RateLimited> annotations = new ArrayList<>(List.of(resource.getAnnotationsByType(RateLimited.class)));
        declarations.forEach(each -> annotations.addAll(List.of(each.getAnnotationsByType(RateLimited.class))));
        Map<String, LimitPlan> plans = new LinkedHashMap<>();
        annotations.forEach(annotation -> plans.merge(annotation.limit(), plan(annotation), Limits::both));
        return List.copyOf(plans.values());
    }

    private LimitPlan plan(RateLimited annotation) {
        return new LimitPlan(annotation.limit(), bucket(annotation.limit()), Set.of(annotation.by()));
    }

    private static LimitPlan both(LimitPlan one, LimitPlan other) {
        List<RateLimited.By> by = new ArrayList<>(one.by());
        by.addAll(other.by());
        return new LimitPlan(one.limit(), one.bucket(), Set.copyOf(by));
    }

    /** The bucket of a limit; see {@link dev.alacena.api.limit.RateLimits}. */
    public Throttle.Bucket bucket(String limit) {
        return buckets.computeIfAbsent(legal(limit), name -> policies.bucket(name, annotated(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "nobody says how large limit %1$s is: set alacena.rate-limits.%1$s.permits".formatted(name))));
    }

    private Throttle.@Nullable Bucket annotated(String limit) {
        Declared found = declared.get(limit);
        return found == null ? null : found.bucket;
    }

    /** The growing delay of a limit. */
    public Throttle.Delay delay(String limit) {
        return delays.computeIfAbsent(legal(limit), policies::delay);
    }

    private static String legal(String limit) {
        if (!Spaces.legal(limit)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no name of a limit: use 1 to 100 letters, digits, '.', '_' and '-'".formatted(limit));
        }
        return limit;
    }
}
