package dev.alacena.cache.plan;

import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
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
 */
record Scope(Map<String, Source> parameters, Source result, @Nullable String noResult) {
    static final String RESULT = "result";

    /** Where a value comes from, and its declared type. */
    record Source(Class<?> type, Function<Invocation, @Nullable Object> value) {}

    static Scope of(Declared declared, @Nullable String noResult) {
        Map<String, Source> parameters = new LinkedHashMap<>();
        Parameter[] all = declared.method().getParameters();
        for (int i = 0; i < all.length; i++) {
            int index = i;
            Type type = Generics.resolve(all[i].getParameterizedType(), declared.bean());
            Source source =
                    new Source(Generics.raw(type), call -> call.arguments().get(index));
            parameters.put(all[i].getName(), source);
            parameters.put(Integer.toString(i), source);
        }
        Class<?> result = Generics.raw(declared.result().payload());
        return new Scope(parameters, new Source(result, Invocation::result), noResult);
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
