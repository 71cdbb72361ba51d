package dev.alacena.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables that say which test holds what name tests that are there. */
class NamedTestsTest {

    private static final Path ROOT = Path.of("..");

    /** With its number and, in the last column, its tests. */
    private static final Pattern ROW = Pattern.compile("\\| [RFS]\\d+\\b.*\\|([^|]*)\\|");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    private static final String REST = "…";

    /** The test classes of all modules by their names. */
    private static final Map<String, String> SOURCES = new HashMap<>();

    @BeforeAll
    static void read() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(NamedTestsTest::isTest).toList()) {
                SOURCES.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
    }

    private static boolean isTest(Path file) {
        return file.toString().matches(".*-module.src.test.java.*\\.java");
    }

    @ParameterizedTest
    @ValueSource(strings = {"races.md", "faults.md"})
    void everyRowNamesTestsAndTheyAreThere(String page) throws IOException {
        assertThat(rows(page))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(names(row)).isNotEmpty().allMatch(NamedTestsTest::isThere));
    }

    private static List<String> rows(String page) throws IOException {
        return Files.readAllLines(ROOT.resolve("docs").resolve(page)).stream()
                .map(ROW::matcher)
                .flatMap(row -> row.matches() ? Stream.of(row.group(1)) : Stream.empty())
                .toList();
    }

    private static List<String> names(String row) {
        return CODE.matcher(row).results().map(code -> code.group(1)).toList();
    }

    /** A class, a method of one, a defence, or a kind of trouble; names may be cut. */
    private static boolean isThere(String name) {
        String[] parts = name.split("\\.", -1);
        if (parts.length == 2) {
            return has(parts[0], "void " + begin(parts[1]) + "\\(");
        }
        if (name.matches("[A-Z0-9_]+…?")) {
            return has("Defence", begin(name));
        }
        return SOURCES.containsKey(name)
                || SOURCES.values().stream().anyMatch(source -> source.contains("\"" + name + "\""));
    }

    private static String begin(String name) {
        return "\\b" + name.replace(REST, "\\w*") + (name.endsWith(REST) ? "" : "\\b");
    }

    private static boolean has(String type, String what) {
        return Pattern.compile(what).matcher(SOURCES.getOrDefault(type, "")).find();
    }
}
