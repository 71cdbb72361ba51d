package dev.alacena.web.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Holds an answer to one of the answers that an operation of the document has. */
record AnswerCheck(References references, Schemas schemas) {

    /** What every answer may have, as the description of the document says. */
    private static final Set<String> EVERYWHERE = Set.of(
            "date",
            "content-type",
            "content-length",
            "content-encoding",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "server",
            "vary",
            "x-frame-options",
            "x-content-type-options",
            "content-security-policy",
            "referrer-policy",
            "strict-transport-security",
            "ratelimit",
            "ratelimit-policy");

    /** Which an operator may switch off, and no test that looks here does. */
    private static final Set<String> SWITCHED_ON = Set.of("x-cache", "x-cache-time");

    private static final String OF_CORS = "access-control-";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    List<String> breaches(Served served, JsonNode promised) {
        List<String> breaches = new ArrayList<>(headers(served, promised.path("headers")));
        if (served.isBodyExpected()) {
            breaches.addAll(body(served, promised.path("content")));
        }
        return breaches;
    }

    private List<String> body(Served served, JsonNode content) {
        if (content.isEmpty()) {
            return served.body().isEmpty() ? List.of() : List.of("a body where there should be none");
        }
        JsonNode media = content.path(served.mediaType());
        if (media.isMissingNode()) {
            return List.of("the media type " + served.mediaType() + " is not documented");
        }
        try {
            JsonNode body =
                    served.mediaType().endsWith("json") ? JSON.readTree(served.body()) : new TextNode(served.body());
            return schemas.faults(media.path("schema"), body);
        } catch (JsonProcessingException malformed) {
            return List.of("the body is not JSON");
        }
    }

    private List<String> headers(Served served, JsonNode declared) {
        List<String> breaches = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(served.headers().keySet());
        unknown.removeIf(name -> EVERYWHERE.contains(name) || name.startsWith(OF_CORS));
        declared.properties().forEach(header -> {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            unknown.remove(name);
            breaches.addAll(header(name, served.headers().get(name), references.resolve(header.getValue())));
        });
        unknown.forEach(name -> breaches.add("the header " + name + " is not documented"));
        return breaches;
    }

    private List<String> header(String name, List<String> values, JsonNode declared) {
        if (values == null) {
            boolean required = declared.path("required").asBoolean() || SWITCHED_ON.contains(name);
            return required ? List.of("the header " + name + " is missing") : List.of();
        }
        String value = String.join(", ", values);
        boolean number = declared.path("schema").path("type").asText().equals("integer");
        return schemas.faults(declared.path("schema"), number ? number(value) : new TextNode(value)).stream()
                .map(fault -> "the header " + name + ": " + fault)
                .toList();
    }

    private static JsonNode number(String value) {
        return value.matches("-?[0-9]{1,18}")
                ? JSON.getNodeFactory().numberNode(Long.parseLong(value))
                : new TextNode(value);
    }
}
