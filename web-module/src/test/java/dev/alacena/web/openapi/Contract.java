package dev.alacena.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Holds answers to what the document says of them. Thread-safe. */
public final class Contract {

    /** Refusals of what was not looked at any further, whatever the operation. */
    private static final List<Integer> REFUSED_AT_THE_DOOR = List.of(405, 406, 415);

    private final List<Operation> operations;
    private final References references;
    private final AnswerCheck answers;

    Contract(JsonNode document) {
        this.operations = Operation.of(document).stream().toList();
        this.references = new References(document);
        this.answers = new AnswerCheck(references, new Schemas(document));
    }

    /**
     * Holds an answer of the application to the document. What is no path of the document is let through.
     *
     * @throws AssertionError naming everything that is not as documented
     */
    public static void hold(Served served) {
        List<String> breaches = Ours.CONTRACT.breaches(served);
        if (!breaches.isEmpty()) {
            throw new AssertionError("%s %s is not answered as documented: %s%n%d %s%n%s"
                    .formatted(
                            served.method(),
                            served.path(),
                            breaches,
                            served.status(),
                            served.headers(),
                            served.body()));
        }
    }

    /** What is not as documented. */
    List<String> breaches(Served served) {
        Optional<String> path = operations.stream()
                .filter(operation -> operation.isOf(served.path()))
                .map(Operation::path)
                .findFirst();
        return path.isEmpty() || served.method().equals("OPTIONS") ? List.of() : breaches(served, path.get());
    }

    private List<String> breaches(Served served, String path) {
        String verb = served.method().equals("HEAD") ? "GET" : served.method();
        Optional<Operation> called = operations.stream()
                .filter(operation -> operation.name().equals(verb + " " + path))
                .findFirst();
        if (called.isEmpty()) {
            return REFUSED_AT_THE_DOOR.contains(served.status()) ? List.of() : List.of("unknown method");
        }
        JsonNode promised = called.get().node().path("responses").path(Integer.toString(served.status()));
        return promised.isMissingNode()
                ? List.of("the status %d is not that of any answer".formatted(served.status()))
                : answers.breaches(served, references.resolve(promised));
    }

    private static final class Ours {
        static final Contract CONTRACT = new Contract(Document.read());
    }
}
