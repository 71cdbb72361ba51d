package dev.alacena.web.auth;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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

    static AccessRule of(Method method) {
        RolesAllowed allowed = method.getAnnotation(RolesAllowed.class);
        if (allowed != null) {
            return new AccessRule(false, Set.of(allowed.value()));
        }
        return new AccessRule(method.isAnnotationPresent(PermitAll.class), Set.of());
    }
}
