package dev.alacena.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The examples of a document. */
final class Examples {

    /** A value, the schema that it is to keep, and where it is. */
    record Example(String place, JsonNode schema, JsonNode value) {}

    private Examples() {}

    /** Beside schemas, and in those of the components. */
    static List<Example> of(JsonNode document) {
        List<Example> all = new ArrayList<>();
        References.walk(document, "", (place, node) -> {
            if (node.has("schema") && node.has("example")) {
                all.add(new Example(place, node.path("schema"), node.path("example")));
            }
        });
        document.path("components").path("schemas").properties().forEach(schema -> schema.getValue()
                .path("examples")
                .forEach(value -> all.add(new Example(schema.getKey(), schema.getValue(), value))));
        return all;
    }

    /** Of a media type or a parameter: its own, or else that of its schema. */
    static Optional<JsonNode> first(JsonNode described, References references) {
        JsonNode own = described.path("example");
        JsonNode ofSchema =
                references.resolve(described.path("schema")).path("examples").path(0);
        return Optional.of(own.isMissingNode() ? ofSchema : own).filter(found -> !found.isMissingNode());
    }
}
