package dev.alacena.cache.plan;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The plans by bean class and method. Written at deployment, then only read; thread-safe from then on. */
public final class Plans {
    private final Map<Class<?>, Map<Method, MethodPlan>> byBean = new HashMap<>();
    private final Map<Class<?>, Class<?>> beans = new ConcurrentHashMap<>();

    void put(Class<?> bean, Method method, MethodPlan plan) {
        byBean.computeIfAbsent(bean, missing -> new HashMap<>()).put(method, plan);
    }

    /**
     * The plan of a call.
     *
     * @param target class of the instance: the bean class, or one that the container derived from it
     * @throws IllegalStateException if the method was not seen at deployment
     */
    public MethodPlan find(Class<?> target, Method method) {
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
