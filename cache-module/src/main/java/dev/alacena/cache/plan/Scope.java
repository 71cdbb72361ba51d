package dev.alacena.cache.plan;

import dev.alacena.api.NeverCache;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The names that a template may use.
 *
 * @param parameters the parameters by name and by index
 * @param result what the method returns
 * @param noResult why {@code result} cannot be used here; null when it can
 * @param marks the ways from a type to what must never be cached
 */
record Scope(
        Map<String, Source> parameters, Source result, @Nullable String noResult, Function<Type, List<String>> marks) {
    static final String RESULT = "result";

    /**
     * Where a value comes from.
     *
     * @param declared its type
     * @param marked whether it must never be cached, whatever its type
     * @param value reads it
     */
    record Source(Type declared, boolean marked, Function<Invocation, @Nullable Object> value) {
        Class<?> type() {
            return Generics.raw(declared);
        }
    }

    static Scope of(Declared declared, @Nullable String noResult) {
        Map<String, Source> parameters = new LinkedHashMap<>();
        Parameter[] all = declared.method().getParameters();
        for (int i = 0; i < all.length; i++) {
            int index = i;
            Type type = Generics.resolve(all[i].getParameterizedType(), declared.bean());
            boolean marked = all[i].isAnnotationPresent(NeverCache.class);
            Source source = new Source(type, marked, call -> call.arguments().get(index));
            parameters.put(all[i].getName(), source);
            parameters.put(Integer.toString(i), source);
        }
        Source result = new Source(declared.result().payload(), declared.neverCached(), Invocation::result);
        return new Scope(parameters, result, noResult, type -> List.of());
    }

    /** The same names, some of them not fit for keys. */
    Scope with(Function<Type, List<String>> marks) {
        return new Scope(parameters, result, noResult, marks);
    }

    /** What the value of a source brings along that must never be cached; a marked source is named as it is used. */
    List<String> secrets(Source source, String name) {
        return source.marked() ? List.of(name) : marks.apply(source.declared());
    }

    /** Whether a property of a source must never be cached. */
    boolean secret(Source source, String property) {
        String name = source.type().getSimpleName();
        List<String> ways = marks.apply(source.type());
        return source.marked() || ways.contains(name) || ways.contains(name + "." + property);
    }

    Source parameter(int index) {
        return source(Integer.toString(index)).orElseThrow();
    }

    Optional<Source> source(String name) {
        return name.equals(RESULT) && noResult == null
                ? Optional.of(result)
                : Optional.ofNullable(parameters.get(name));
    }
}
