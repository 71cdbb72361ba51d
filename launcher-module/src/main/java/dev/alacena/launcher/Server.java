package dev.alacena.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** A Jakarta EE server that can run the application: how one is started with the WAR on a port. */
sealed interface Server permits PayaraMicro, WildFly {

    /** The fast compiler alone: a start costs half the processor time (13 s for 27 s), and nobody measures speed here. */
    List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "-XX:TieredStopAtLevel=1");

    String title();

    /** What must have been built or downloaded for it. */
    Path artifact(Places places);

    /** What it logs when it has started, whether or not the deployment succeeded. */
    Pattern announcement();

    /**
     * Prepares a directory of its own for the server.
     *
     * @return the command that starts it in there with the WAR at the context root, listening on loopback only
     */
    List<String> prepare(Places places, Path directory, int port) throws IOException, LaunchFailure;
}
