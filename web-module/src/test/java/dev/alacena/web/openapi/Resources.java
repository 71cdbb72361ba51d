package dev.alacena.web.openapi;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The methods of the resources, found in the classes of the WAR. */
public final class Resources {

    /** A servlet with a path of its own brings these to the root. */
    private static final Set<String> AT_THE_ROOT = Set.of("/api/v1/health", "/api/v1/openapi");

    private static final Pattern OF_PATH = Pattern.compile("\\{([^}]+)}");

    private Resources() {}

    /** By verb and path. */
    static Map<String, Signature> methods() {
        Map<String, Signature> methods = new TreeMap<>();
        all().forEach(method -> methods.merge(verb(method) + " " + path(method), signature(method), Signature::both));
        return methods;
    }

    /** The verb and the path of each, as its annotations write them. */
    public static Set<String> annotated() {
        return all().map(method -> verb(method) + " " + annotatedPath(method))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<JavaMethod> all() {
        return new ClassFileImporter()
                .withImportOption(new DoNotIncludeTests()).importPackages("dev.alacena.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class));
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
        String path = ("/" + annotatedPath(method)).replaceAll("\\{ *([^ :}]+) *:[^}]*}", "{$1}");
        return AT_THE_ROOT.contains(path) ? path.substring(path.lastIndexOf('/')) : path;
    }

    private static String annotatedPath(JavaMethod method) {
        return method.getOwner().getAnnotationOfType(Path.class).value()
                + method.tryGetAnnotationOfType(Path.class)
                        .map(path -> "/" + path.value())
                        .orElse("");
    }

    private static Signature signature(JavaMethod method) {
        Set<String> roles = method.tryGetAnnotationOfType(RolesAllowed.class)
                .map(allowed -> (Set<String>) new TreeSet<>(Set.of(allowed.value())))
                .orElse(Set.of());
        Set<String> parameters = new TreeSet<>();
        OF_PATH.matcher(path(method))
                .results()
                .forEach(name -> parameters.add(Signature.parameter("path", name.group(1), "")));
        method.getParameters().forEach(one -> parameter(one).ifPresent(parameters::add));
        Set<String> bodies = method.tryGetAnnotationOfType(Consumes.class)
                .map(types -> (Set<String>) new TreeSet<>(Set.of(types.value())))
                .orElse(Set.of());
        return new Signature(roles, parameters, bodies);
    }

    private static Optional<String> parameter(JavaParameter parameter) {
        String unlessSent = parameter
                .tryGetAnnotationOfType(DefaultValue.class)
                .map(DefaultValue::value)
                .orElse("");
        return parameter
                .tryGetAnnotationOfType(QueryParam.class)
                .map(query -> Signature.parameter("query", query.value(), unlessSent))
                .or(() -> parameter
                        .tryGetAnnotationOfType(HeaderParam.class)
                        .map(header -> Signature.parameter("header", header.value(), "")));
    }
}
