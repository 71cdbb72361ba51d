package dev.alacena.web.openapi;

import java.util.Set;
import java.util.TreeSet;

/**
 * What a method of the API takes, and from whom.
 *
 * @param roles of which one is wanted; none where no token is
 * @param parameters of the path, the query and the header: where, name and default
 * @param bodies the media types; none without a body
 */
record Signature(Set<String> roles, Set<String> parameters, Set<String> bodies) {

    static final String IF_NONE_MATCH = "header If-None-Match";

    static String parameter(String where, String name, String unlessSent) {
        return where + " " + name + (unlessSent.isEmpty() ? "" : "=" + unlessSent);
    }

    /** Of two methods on one path that differ in their bodies. */
    static Signature both(Signature one, Signature other) {
        if (!one.roles().equals(other.roles()) || !one.parameters().equals(other.parameters())) {
            throw new AssertionError(one + " and " + other + " differ");
        }
        Set<String> bodies = new TreeSet<>(one.bodies());
        bodies.addAll(other.bodies());
        return new Signature(one.roles(), one.parameters(), bodies);
    }

    /** Without the header that a filter looks at, whatever the method says. */
    Signature unconditional() {
        Set<String> others = new TreeSet<>(parameters);
        others.remove(IF_NONE_MATCH);
        return new Signature(roles, others, bodies);
    }
}
