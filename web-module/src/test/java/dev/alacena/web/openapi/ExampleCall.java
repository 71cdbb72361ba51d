package dev.alacena.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;

/**
 * A call of an operation that is made of nothing but examples of the document.
 *
 * @param tag of the operation
 * @param verb of the operation
 * @param path with its parameters, and those of the query
 * @param body JSON, or an empty text
 */
public record ExampleCall(String tag, String verb, String path, String body) {

    /** Of all operations. */
    public static List<ExampleCall> all() {
        JsonNode document = Document.read();
        References references = new References(document);
        return Operation.of(document).stream()
                .map(operation -> of(operation, references))
                .toList();
    }

    private static ExampleCall of(Operation operation, References references) {
        String path = operation.path();
        StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
        for (JsonNode one : operation.node().path("parameters")) {
            JsonNode parameter = references.resolve(one);
            String name = parameter.path("name").asText();
            String value = Examples.first(parameter, references)
                    .orElse(parameter.path("schema").path("default"))
                    .asText();
            if (parameter.path("in").asText().equals("path")) {
                path = path.replace("{" + name + "}", encoded(value));
            } else if (parameter.path("in").asText().equals("query") && !value.isEmpty()) {
                query.add(name + "=" + encoded(value));
            }
        }
        JsonNode body = operation.node().path("requestBody").path("content").path("application/json");
        return new ExampleCall(
                operation.node().path("tags").path(0).asText(),
                operation.verb(),
                path + query,
                Examples.first(body, references).map(JsonNode::toString).orElse(""));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
