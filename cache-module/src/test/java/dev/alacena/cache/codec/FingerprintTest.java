package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.alacena.cache.engine.CodecException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two versions of a class have one fingerprint only if they read each other's bytes. */
class FingerprintTest {
    private static final String BASE = "public record Value(String name, int age) {}";
    private static final String NESTED =
            "public record Value(java.util.List<Inner> all) { public record Inner(String name) {} }";
    private static final String SUBTYPES =
            """
            import com.fasterxml.jackson.annotation.*;
            @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
            @JsonSubTypes({@JsonSubTypes.Type(value = Value.A.class, name = "a"), @JsonSubTypes.Type(Value.B.class)})
            public interface Value {
                record A(String name) implements Value {}
                record B(int age) implements Value {}
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void isEightHexadecimalDigits() throws CodecException {
        assertThat(Trip.of(String.class).codec().fingerprint()).matches("[0-9a-f]{8}");
    }

    @Test
    void staysWhenNothingChanges() throws Exception {
        for (String source : List.of(BASE, NESTED, SUBTYPES)) {
            assertThat(fingerprint(source)).isEqualTo(fingerprint(source));
        }
        same(BASE, "public record Value(String name, int age) { public static int x; void other() {} }");
    }

    @Test
    void staysWhenOnlyTheOrderChanges() throws Exception {
        same(BASE, "public record Value(int age, String name) {}");
    }

    @Test
    void changesWithAComponentAddedRemovedRenamedOrRetyped() throws Exception {
        different(BASE, "public record Value(String name, int age, int more) {}");
        different(BASE, "public record Value(String name) {}");
        different(BASE, "public record Value(String title, int age) {}");
        different(BASE, "public record Value(String name, long age) {}");
        different(BASE, "public record Value(int name, String age) {}");
    }

    @Test
    void changesWithAnythingThatAValueCanReach() throws Exception {
        different(NESTED, NESTED.replace("String name", "String title"));
        different(NESTED, NESTED.replace("java.util.List", "java.util.Set"));
        different(SUBTYPES, SUBTYPES.replace("String name", "String title"));
        different(SUBTYPES, SUBTYPES.replace("\"a\"", "\"b\""));
    }

    @Test
    void tellsGenericTypesApart() throws CodecException {
        assertThat(List.of(
                        Trip.of(new TypeReference<List<String>>() {}).codec().fingerprint(),
                        Trip.of(new TypeReference<List<Long>>() {}).codec().fingerprint(),
                        Trip.of(new TypeReference<Map<String, Long>>() {})
                                .codec()
                                .fingerprint(),
                        Trip.of(new TypeReference<Map<Long, String>>() {})
                                .codec()
                                .fingerprint(),
                        Trip.of(int.class).codec().fingerprint(),
                        Trip.of(Long.class).codec().fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aPrimitiveAndItsClassAreOneType() throws Exception {
        assertThat(Trip.of(long.class).codec().fingerprint())
                .isEqualTo(Trip.of(Long.class).codec().fingerprint());
    }

    private void same(String one, String other) throws Exception {
        assertThat(fingerprint(one)).as(other).isEqualTo(fingerprint(other));
    }

    private void different(String one, String other) throws Exception {
        assertThat(fingerprint(one)).as(other).isNotEqualTo(fingerprint(other));
    }

    private String fingerprint(String source) throws Exception {
        return Trip.of(Sources.value(folder, source)).codec().fingerprint();
    }
}
