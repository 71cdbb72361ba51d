package dev.alacena.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * An operation of the document.
 *
 * @param verb in upper case
 * @param path with its parameters in braces
 * @param node what the document says of it
 */
record Operation(String verb, String path, JsonNode node) {

    private static final Set<String> VERBS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    /** All, those first whose paths are more exact. */
    static List<Operation> of(JsonNode document) {
        List<Operation> all = new ArrayList<>();
        document.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(member -> VERBS.contains(member.getKey()))
                .forEach(member -> all.add(
                        new Operation(member.getKey().toUpperCase(Locale.ROOT), path.getKey(), member.getValue()))));
        all.sort(Comparator.comparing(operation -> operation.path().replace('{', '\uffff')));
        return all;
    }

    String name() {
        return verb + " " + path;
    }

    boolean isOf(String sent) {
        String[] template = path.split("/", -1);
        String[] segments = sent.split("/", -1);
        if (template.length != segments.length) {
            return false;
        }
        for (int i = 0; i < template.length; i++) {
            boolean any = template[i].startsWith("{") && !segments[i].isEmpty();
            if (!any && !template[i].equals(segments[i])) {
                return false;
            }
        }
        return true;
    }

    /** The roles of which one is wanted; none where no token is. */
    Set<String> roles() {
        Set<String> roles = new TreeSet<>();
        node.path("security").forEach(one -> one.path("bearer").forEach(role -> roles.add(role.asText())));
        return roles;
    }
}
