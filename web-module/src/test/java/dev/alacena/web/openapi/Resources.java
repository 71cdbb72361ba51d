package dev.alacena.web.openapi;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The methods of the resources, found in the classes of the WAR. */
final class Resources {

    /** A servlet with a path of its own brings these to the root. */
    private static final Set<String> AT_THE_ROOT = Set.of("/api/v1/health", "/api/v1/openapi");

    private Resources() {}

    /** The roles of each method, by verb and path; none where everybody may call. */
    static Map<String, Set<String>> roles() {
        Map<String, Set<String>> methods = new TreeMap<>();
        new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("dev.alacena.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                        .forEach(method -> methods.put(verb(method) + " " + path(method), roles(method)));
        return methods;
    }

    private static String verb(JavaMethod method) {
        return method.getAnnotations().stream()
                .filter(annotation -> annotation.getRawType().isAnnotatedWith(HttpMethod.class))
                .map(annotation -> annotation.getRawType().getSimpleName())
                .findFirst()
                .orElseThrow();
    }

    /** Without the expressions of its parameters. */
    private static String path(JavaMethod method) {
        String type = method.getOwner().getAnnotationOfType(Path.class).value();
        String sub = method.tryGetAnnotationOfType(Path.class)
                .map(path -> "/" + path.value())
                .orElse("");
        String path = ("/" + type + sub).replaceAll("\\{ *([^ :}]+) *:[^}]*}", "{$1}");
        return AT_THE_ROOT.contains(path) ? path.substring(path.lastIndexOf('/')) : path;
    }

    private static Set<String> roles(JavaMethod method) {
        return method.tryGetAnnotationOfType(RolesAllowed.class)
                .map(allowed -> (Set<String>) new TreeSet<>(Set.of(allowed.value())))
                .orElse(Set.of());
    }
}
