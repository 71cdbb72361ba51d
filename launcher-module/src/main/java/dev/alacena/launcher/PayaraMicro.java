package dev.alacena.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Payara Micro, one jar. */
record PayaraMicro() implements Server {

    private static final Pattern STARTED = Pattern.compile("Payara Micro .* ready in ");

    /** It has no option for the address that it listens on, and clustering opens ports on all of them. */
    private static final String PREBOOT =
            """
            set configs.config.server-config.network-config.network-listeners.network-listener.http-listener.address=%s
            set configs.config.server-config.hazelcast-config-specific-configuration.enabled=false
            """;

    @Override
    public String title() {
        return "Payara Micro";
    }

    @Override
    public Path artifact(Places places) {
        return places.payaraJar();
    }

    @Override
    public Pattern announcement() {
        return STARTED;
    }

    @Override
    public List<String> prepare(Places places, Path directory, int port) throws IOException {
        Path preboot = directory.resolve("preboot.txt");
        Files.writeString(preboot, PREBOOT.formatted(Ports.HOST));
        Path temporary = Files.createDirectories(directory.resolve("tmp"));
        List<String> command = new ArrayList<>(JAVA);
        command.addAll(List.of(
                "-Djava.io.tmpdir=" + temporary,
                "-jar",
                places.payaraJar().toString(),
                "--nocluster",
                "--disablephonehome",
                "--port",
                String.valueOf(port),
                "--prebootcommandfile",
                preboot.toString(),
                "--contextroot",
                "/",
                "--deploy",
                places.war().toString()));
        return command;
    }
}
