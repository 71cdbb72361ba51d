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

    /** Whether a path is this operation's; Payara refuses a NUL before the application sees it. */
    boolean isOf(String sent) {
        if (sent.contains("%00")) {
            return false;
        }
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

    Signature signature(References references) {
        Set<String> roles = new TreeSet<>();
        node.path("security").forEach(one -> one.path("bearer").forEach(role -> roles.add(role.asText())));
        Set<String> parameters = new TreeSet<>();
        node.path("parameters").forEach(one -> parameters.add(parameter(references.resolve(one))));
        Set<String> bodies = new TreeSet<>();
        node.path("requestBody").path("content").fieldNames().forEachRemaining(bodies::add);
        return new Signature(roles, parameters, bodies);
    }

    private static String parameter(JsonNode node) {
        String where = node.path("in").asText();
        boolean query = where.equals("query");
        String unlessSent = query ? node.path("schema").path("default").asText() : "";
        return Signature.parameter(where, node.path("name").asText(), unlessSent);
    }
}
