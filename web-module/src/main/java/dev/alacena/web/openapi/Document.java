package dev.alacena.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * The OpenAPI document: the files of the folder {@code openapi}, one for each subject, put together.
 *
 * @see <a href="https://spec.openapis.org/oas/v3.1.0">OpenAPI 3.1</a>
 */
public final class Document {

    private static final List<String> PARTS =
            List.of("openapi", "auth", "users", "posts", "tasks", "habits", "notifications", "cache", "operations");
    private static final JsonMapper JSON = new JsonMapper();

    private Document() {}

    /** All of it, in the order of the files. */
    public static ObjectNode read() {
        ObjectNode whole = JSON.createObjectNode();
        PARTS.forEach(part -> add(part(part), whole, part));
        return whole;
    }

    /** As it is served. */
    public static byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(read());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode part(String name) {
        try (InputStream file = Document.class.getResourceAsStream("/openapi/" + name + ".yaml")) {
            return JSON.valueToTree(PlainYaml.read(Objects.requireNonNull(file, name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void add(JsonNode part, ObjectNode whole, String place) {
        part.properties().forEach(member -> {
            JsonNode known = whole.get(member.getKey());
            String here = place + "/" + member.getKey();
            if (known == null) {
                whole.set(member.getKey(), member.getValue());
            } else if (known instanceof ObjectNode both && member.getValue().isObject()) {
                add(member.getValue(), both, here);
            } else {
                throw new IllegalStateException("Twice in the document: " + here);
            }
        });
    }
}
