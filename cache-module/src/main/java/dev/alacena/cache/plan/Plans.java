package dev.alacena.cache.plan;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plans by bean class and method. Written at deployment, then only read; thread-safe from then on. */
public final class Plans {
    private static final int SLOTS = 256;

    private final Map<Class<?>, Map<Method, MethodPlan>> byBean = new HashMap<>();
    private final Map<Class<?>, Class<?>> beans = new ConcurrentHashMap<>();

    /** What was found last, by the identity of the method: containers have one object for each, whose hash is dear. */
    private final AtomicReferenceArray<@Nullable Found> found = new AtomicReferenceArray<>(SLOTS);

    private record Found(Class<?> target, Method method, MethodPlan plan) {}

    void put(Class<?> bean, Method method, MethodPlan plan) {
        byBean.computeIfAbsent(bean, missing -> new HashMap<>()).put(method, plan);
    }

    /**
     * The plan of a call.
     *
     * @param target class of the instance: the bean class, or one that the container derived from it
     * @throws IllegalStateException if the method was not seen at deployment
     */
    @SuppressWarnings("ReferenceEquality") // another object for the same method takes the longer way
    public MethodPlan find(Class<?> target, Method method) {
        Found last = found.get(slot(method));
        if (last != null && last.method == method && last.target == target) {
            return last.plan;
        }
        MethodPlan plan = search(target, method);
        found.set(slot(method), new Found(target, method, plan));
        return plan;
    }

    private static int slot(Method method) {
        return System.identityHashCode(method) & SLOTS - 1;
    }

    private MethodPlan search(Class<?> target, Method method) {
        Class<?> known = beans.get(target);
        Class<?> bean = known == null ? beans.computeIfAbsent(target, this::bean) : known;
        MethodPlan plan = byBean.getOrDefault(bean, Map.of()).get(method);
        if (plan == null) {
            throw new IllegalStateException("no plan for " + Place.of(target, method));
        }
        return plan;
    }

    /** The plans of a method of all beans of this type. */
    public List<MethodPlan> find(Class<?> type, String name, Class<?>... parameters) {
        return byBean.entrySet().stream()
                .filter(bean -> type.isAssignableFrom(bean.getKey()))
                .flatMap(bean -> bean.getValue().entrySet().stream())
                .filter(plan -> plan.getKey().getName().equals(name)
                        && List.of(plan.getKey().getParameterTypes()).equals(List.of(parameters)))
                .map(Map.Entry::getValue)
                .collect(Collectors.toList());
    }

    public int size() {
        return byBean.values().stream().mapToInt(Map::size).sum();
    }

    private Class<?> bean(Class<?> target) {
        for (@Nullable Class<?> next = target; next != null; next = next.getSuperclass()) {
            if (byBean.containsKey(next)) {
                return next;
            }
        }
        return target;
    }
}
