package dev.alacena.web.docs;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import dev.alacena.api.Cached;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the annotations of the reference application say. */
public final class CachedMethods {

    private CachedMethods() {}

    /** All of them, by cache and key. */
    static List<Cached> all() {
        return new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("dev.alacena.domain", "dev.alacena.web")
                        .stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Cached.class))
                        .map(method -> method.getAnnotationOfType(Cached.class))
                        .sorted(Comparator.comparing(Cached::cache).thenComparing(Cached::key))
                        .toList();
    }

    /** The names of the caches, in order. */
    public static Set<String> caches() {
        return all().stream().map(Cached::cache).collect(Collectors.toCollection(TreeSet::new));
    }
}
