package dev.alacena.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {

    private final Path log;

    LogTest(@TempDir Path directory) {
        log = directory.resolve("console.log");
    }

    @Test
    void theTailHasTheLastLinesWithoutColours() throws IOException {
        write("first\n" + filler(50) + "\u001b[1;92mlast\u001b[0m\n");

        assertThat(Log.tail(log)).contains(log.toString(), "line 49", "last").doesNotContain("first", "\u001b");
    }

    @Test
    void theTailHasTheCausesThatAreLongAgo() throws IOException {
        write("Caused by: no such table\n" + filler(50));

        assertThat(Log.tail(log)).contains("Caused by: no such table");
    }

    @Test
    void bytesThatAreNoTextAreReadAllTheSame() throws IOException {
        Files.write(log, new byte[] {'o', 'k', (byte) 0xff, '\n'});

        assertThat(Log.contains(log, Pattern.compile("ok"))).isTrue();
    }

    @Test
    void aMissingLogIsSaidToBeEmpty() {
        assertThat(Log.tail(log)).contains("nothing", log.toString());
    }

    private void write(String text) throws IOException {
        Files.writeString(log, text, StandardCharsets.UTF_8);
    }

    private static String filler(int lines) {
        return IntStream.range(0, lines).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
    }
}
