package dev.alacena.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commands of a page of the documentation, as a reader types them: those of the README come before them.
 *
 * @param page the file
 */
record Walk(Path page) {

    private static final Path ROOT = Path.of("..");
    private static final Path README = ROOT.resolve("README.md");
    private static final Pattern COMMANDS = Pattern.compile("^```bash\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
    private static final int LIMIT_SECONDS = 120;

    /** Of the README and of every page that has commands. */
    static List<Walk> all() throws IOException {
        try (Stream<Path> pages = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(README), pages.sorted())
                    .filter(page -> page.toString().endsWith(".md"))
                    .filter(page -> !commands(page).isEmpty())
                    .map(Walk::new)
                    .toList();
        }
    }

    /** The commands do what the page says, with the application on this port; the first that fails ends it. */
    void run(int port, Path directory) throws IOException, InterruptedException {
        Path output = directory.resolve(page.getFileName() + ".txt");
        Process shell = new ProcessBuilder("bash", "-eu", "-c", script(port))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = shell.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        shell.destroyForcibly();

        assertThat(ended).as("%s ends; %s", page, Files.readString(output)).isTrue();
        assertThat(shell.exitValue())
                .as("%s: %s", page, Files.readString(output))
                .isZero();
    }

    private String script(int port) {
        String script = page.equals(README) ? commands(page) : commands(README) + commands(page);
        return script.replace("http://127.0.0.1:8080", "http://%s:%d".formatted(Ports.HOST, port));
    }

    private static String commands(Path page) {
        try {
            return COMMANDS.matcher(Files.readString(page))
                    .results()
                    .map((MatchResult block) -> block.group(1))
                    .collect(Collectors.joining());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
