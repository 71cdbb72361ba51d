package dev.alacena.web.auth;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Set;

/**
 * Who may call a resource method, by the annotation of the method itself. Without one, and with {@code DenyAll}, it is nobody.
 *
 * @param everybody no token is asked for
 * @param roles one of which is wanted
 */
record AccessRule(boolean everybody, Set<String> roles) {

    AccessRule {
        roles = Set.copyOf(roles);
    }

    /** Of the method that answers a request. Which methods a path knows, the server itself tells everybody. */
    static AccessRule of(ResourceInfo resource, String httpMethod) {
        Method method = resource.getResourceMethod();
        boolean ours = method.getDeclaringClass().isAnnotationPresent(Path.class);
        return !ours && httpMethod.equals(HttpMethod.OPTIONS) ? new AccessRule(true, Set.of()) : of(method);
    }

    private static AccessRule of(Method method) {
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            return new AccessRule(false, Set.of(allowed.value()));
        }
        return new AccessRule(method.isAnnotationPresent(PermitAll.class), Set.of());
    }
}
