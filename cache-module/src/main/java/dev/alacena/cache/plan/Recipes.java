package dev.alacena.cache.plan;

import dev.alacena.api.CacheKey;
import dev.alacena.api.KeyGenerator;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The recipes of one method. Each that has a problem is null, and the problem is noted. */
final class Recipes {
    private final Declared declared;
    private final Scope scope;
    private final Problems problems;
    private final Function<Class<? extends KeyGenerator>, KeyGenerator> generators;

    Recipes(
            Declared declared,
            Scope scope,
            Problems problems,
            Function<Class<? extends KeyGenerator>, KeyGenerator> generators) {
        this.declared = declared;
        this.scope = scope;
        this.problems = problems;
        this.generators = generators;
    }

    /** A key: by template, by generator, or of the parameters. */
    @Nullable
    Recipe key(String template, Class<? extends KeyGenerator> generator) {
        boolean generated = generator != KeyGenerator.class;
        if (generated && !template.isEmpty()) {
            problems.twoRecipes(declared.place());
            return null;
        }

        Recipe recipe = generated ? generated(generator) : template.isEmpty() ? parameters() : template(template);
        return recipe == null
                ? null
                : new Recipe(recipe.needsResult(), recipe.pure(), call -> KeyText.bounded(recipe.of(call)));
    }

    @Nullable
    Recipe template(String text) {
        return new Template(declared.place(), text, problems).compile(scope);
    }

    List<Recipe> templates(String[] texts) {
        List<Recipe> recipes = new ArrayList<>();
        for (String text : texts) {
            Recipe recipe = template(text);
            if (recipe != null) {
                recipes.add(recipe);
            }
        }
        return recipes;
    }

    private @Nullable Recipe generated(Class<? extends KeyGenerator> type) {
        if (Modifier.isAbstract(type.getModifiers())) {
            problems.noGenerator(declared.place(), type);
            return null;
        }
        Method method = declared.method();
        return new Recipe(false, false, call -> {
            String key = generators.apply(type).generate(method, call.arguments());
            if (key == null || key.isEmpty()) {
                throw new IllegalArgumentException(type.getName() + " made an empty key");
            }
            return KeyText.plain(key);
        });
    }

    /** Class, method and parameters: two methods never make one key. */
    private @Nullable Recipe parameters() {
        Method method = declared.method();
        Parameter[] parameters = method.getParameters();
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            if (!declared.marked() || parameters[i].isAnnotationPresent(CacheKey.class)) {
                chosen.add(i);
                Scope.Source source = scope.parameter(i);
                String name = "parameter " + parameters[i].getName();
                if (!KeyTypes.possible(source.type())) {
                    problems.unusableInKey(declared.place(), name, source.type());
                    return null;
                }
                if (problems.secretsInKey(declared.place(), name, scope.secrets(source, name))) {
                    return null;
                }
            }
        }
        String prefix = KeyText.escape(Place.unique(declared.bean(), method)) + ":";
        return new Recipe(false, true, call -> chosen.stream()
                .map(i -> KeyText.tagged(call.arguments().get(i)))
                .collect(Collectors.joining(",", prefix, "")));
    }
}
