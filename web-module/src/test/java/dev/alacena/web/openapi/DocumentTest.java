package dev.alacena.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document is well made, and tells of what there is. */
class DocumentTest {

    private final JsonNode document = Document.read();
    private final References references = new References(document);
    private final Schemas schemas = new Schemas(document);
    private final List<Operation> operations = Operation.of(document);

    @Test
    void itIsValidOpenApi() {
        var parsed = new OpenAPIV3Parser()
                .readContents(new String(Document.bytes(), StandardCharsets.UTF_8), List.of(), new ParseOptions());
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    }

    @Test
    void itsOperationsAreTheMethodsOfTheResourcesWithTheirRolesAndWhatTheyTake() {
        Map<String, Signature> documented = new TreeMap<>();
        operations.forEach(operation ->
                documented.put(operation.name(), operation.signature(references).unconditional()));
        Map<String, Signature> methods = new TreeMap<>();
        Resources.methods().forEach((name, method) -> methods.put(name, method.unconditional()));
        assertThat(documented.keySet()).isEqualTo(methods.keySet());
        assertThat(documented).isEqualTo(methods);
    }

    @Test
    void whatMayBeAnsweredWith304TellsOfTheHeaderThatAsksForIt() {
        assertThat(operations).allSatisfy(operation -> assertThat(
                        operation.signature(references).parameters().contains(Signature.IF_NONE_MATCH))
                .isEqualTo(operation.node().path("responses").has("304")));
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsReferredTo() {
        Set<String> known = new TreeSet<>();
        document.path("components").properties().forEach(kind -> kind.getValue()
                .fieldNames()
                .forEachRemaining(name -> known.add("#/components/" + kind.getKey() + "/" + name)));
        known.removeIf(name -> name.startsWith("#/components/securitySchemes/"));
        Set<String> used = new TreeSet<>();
        References.walk(document, "", (place, node) -> {
            if (node.has("$ref")) {
                used.add(node.path("$ref").asText());
            }
        });
        assertThat(used).isEqualTo(known);
    }

    @Test
    void eachOperationHasItsOwnNameAndAKnownTag() {
        assertThat(operations)
                .extracting(operation -> operation.node().path("operationId").asText())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
        Set<String> tags = new TreeSet<>(document.path("tags").findValuesAsText("name"));
        assertThat(operations).allSatisfy(operation -> {
            assertThat(operation.node().path("tags")).hasSize(1);
            assertThat(tags).contains(operation.node().path("tags").path(0).asText());
            assertThat(operation.node().path("summary").asText()).matches("[A-Z].*[^.]");
            assertThat(operation.node().path("security").isArray()).isTrue();
        });
    }

    @Test
    void everyExampleIsOneOfWhatItIsAnExampleOf() {
        List<String> faults = new ArrayList<>();
        Examples.of(document).forEach(example -> schemas.faults(example.schema(), example.value())
                .forEach(fault -> faults.add(example.place() + ": " + fault)));
        assertThat(faults).isEmpty();
    }

    @Test
    void everyBodyHasAnExample() {
        References.walk(document, "", (place, node) -> node.path("content").properties().stream()
                .filter(media -> media.getKey().contains("/"))
                .forEach(media -> assertThat(Examples.first(media.getValue(), references))
                        .as("%s %s", place, media.getKey())
                        .isPresent()));
    }
}
