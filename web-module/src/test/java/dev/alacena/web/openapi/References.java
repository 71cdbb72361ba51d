package dev.alacena.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.BiConsumer;

/** The members {@code $ref} of a document. */
record References(JsonNode document) {

    /** The node itself, or what it refers to. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? resolve(target(node.path("$ref").asText())) : node;
    }

    JsonNode target(String reference) {
        return reference.startsWith("#/")
                ? document.at(reference.substring(1))
                : document.path("none but those inside of the document");
    }

    /** Each object of the document and where it is, the examples too. */
    static void walk(JsonNode node, String place, BiConsumer<String, JsonNode> visitor) {
        if (node.isObject()) {
            visitor.accept(place, node);
            node.properties().forEach(member -> walk(member.getValue(), place + "/" + member.getKey(), visitor));
        } else {
            for (int i = 0; i < node.size(); i++) {
                walk(node.path(i), place + "/" + i, visitor);
            }
        }
    }
}
