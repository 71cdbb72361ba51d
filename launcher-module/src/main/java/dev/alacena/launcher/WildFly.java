package dev.alacena.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** WildFly, unpacked from its distribution; each node has a base directory of its own. */
record WildFly() implements Server {

    private static final Pattern STARTED = Pattern.compile("WFLYSRV002[56]:");

    /** What its start script opens; started without the script, the process is the server and not a shell. */
    private static final List<String> OPENED = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    @Override
    public String title() {
        return "WildFly";
    }

    @Override
    public Path artifact(Places places) {
        return places.wildflyHome();
    }

    @Override
    public Pattern announcement() {
        return STARTED;
    }

    @Override
    public List<String> prepare(Places places, Path directory, int port) throws IOException, LaunchFailure {
        Path home = places.wildflyHome();
        Path configuration = directory.resolve("configuration");
        copy(home.resolve("standalone/configuration"), configuration);
        Path deployments = Files.createDirectories(directory.resolve("deployments"));
        Files.copy(places.war(), deployments.resolve("alacena.war"));
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(OPENED);
        command.addAll(settings(directory, port));
        command.addAll(List.of(
                "-Dlogging.configuration="
                        + configuration.resolve("logging.properties").toUri(),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + directory));
        return command;
    }

    private static List<String> settings(Path directory, int port) throws LaunchFailure {
        return List.of(
                "-Dorg.jboss.boot.log.file=" + directory.resolve("log/server.log"),
                "-Djava.net.preferIPv4Stack=true",
                "-Djboss.bind.address=" + Ports.HOST,
                "-Djboss.bind.address.management=" + Ports.HOST,
                "-Djboss.http.port=" + port,
                "-Djboss.https.port=" + Ports.free(),
                "-Djboss.management.http.port=" + Ports.free());
    }

    /** Copies the files of a directory that has no directories. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()));
            }
        }
    }
}
