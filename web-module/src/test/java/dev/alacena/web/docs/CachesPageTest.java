package dev.alacena.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of {@code docs/caches.md} is what the annotations say. */
class CachesPageTest {

    private static final Path PAGE = Path.of("..", "docs", "caches.md");

    /** Columns: endpoint, cache, key, time to live, tags, strategy, what invalidates it. */
    private static final int COLUMNS = 7;

    @Test
    void everyCachedMethodHasARowWithItsKeyItsTimeToLiveAndItsTags() throws IOException {
        assertThat(rows().map(row -> row.subList(1, 5)).toList())
                .containsExactlyInAnyOrderElementsOf(CachedMethods.all().stream()
                        .map(CachesPageTest::annotated)
                        .toList());
    }

    @Test
    void everyRowSaysWhereItIsSeenWithWhichStrategyAndWhatInvalidatesIt() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row).hasSize(COLUMNS);
            assertThat(row.get(0)).isNotBlank();
            assertThat(row.get(5)).isIn("cache-aside", "write-through");
            assertThat(row.get(6)).isNotBlank();
        });
    }

    private static List<String> annotated(Cached cached) {
        return List.of(
                code(cached.cache()),
                code(cached.key()),
                code(cached.ttl()),
                Arrays.stream(cached.tags()).map(CachesPageTest::code).collect(Collectors.joining(", ")));
    }

    private static String code(String text) {
        return "`" + text + "`";
    }

    private static Stream<List<String>> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && line.contains("`PT"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                        .map(String::strip)
                        .toList());
    }
}
