package dev.alacena.cache.plan;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
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

    static Scope of(Method method, Result result, @Nullable String noResult) {
        Map<String, Source> parameters = new LinkedHashMap<>();
        Parameter[] declared = method.getParameters();
        for (int i = 0; i < declared.length; i++) {
            int index = i;
            Source source =
                    new Source(declared[i].getType(), call -> call.arguments().get(index));
            parameters.put(declared[i].getName(), source);
            parameters.put(Integer.toString(i), source);
        }
        return new Scope(parameters, new Source(Generics.raw(result.payload()), Invocation::result), noResult);
    }

    Optional<Source> source(String name) {
        return name.equals(RESULT) && noResult == null
                ? Optional.of(result)
                : Optional.ofNullable(parameters.get(name));
    }
}
