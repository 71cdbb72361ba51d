package dev.alacena.history.run;

import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * A shell that outlives this JVM for a moment: when its input ends, however that came about, it kills what was started and
 * has not been ended, stopped processes too. Thread-safe.
 */
final class Guard implements AutoCloseable {
    private static final String SCRIPT =
            """
            trap '' INT TERM HUP
            alive=' '
            while read -r word pid; do
              case $word in
                began) alive="$alive$pid " ;;
                ended) alive="${alive%% $pid *} ${alive#* $pid }" ;;
              esac
            done
            for pid in $alive; do kill -9 "$pid"; done
            """;
    private static final long LIMIT_SECONDS = 5;

    private final Process shell;
    private final Writer input;

    Guard() throws IOException {
        shell = new ProcessBuilder("sh", "-c", SCRIPT)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        input = shell.outputWriter(StandardCharsets.UTF_8);
    }

    void began(long pid) throws IOException {
        tell("began", pid);
    }

    void ended(long pid) throws IOException {
        tell("ended", pid);
    }

    private synchronized void tell(String word, long pid) throws IOException {
        input.write(word + " " + pid + "\n");
        input.flush();
    }

    @Override
    public void close() throws IOException {
        input.close();
        try {
            if (!shell.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        } catch (InterruptedException e) {
            shell.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
