package dev.alacena.history.run;

import dev.alacena.history.application.Application;
import dev.alacena.history.application.Naming;
import dev.alacena.history.event.Node;
import dev.alacena.history.nemesis.Proxy;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a process of the application is started. */
record Launch(Plan plan, Servers servers, String database, Guard guard) {

    Path directory() {
        return plan.directory();
    }

    File log(Node node) {
        return directory().resolve("application-%s.log".formatted(node)).toFile();
    }

    List<String> command(Node node, Proxy link) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // there are more processes than processors
                "-XX:TieredStopAtLevel=1",
                "-XX:CICompilerCount=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        set(command, "java.naming.factory.initial", Naming.class.getName());
        set(command, "history.directory", directory().toString());
        set(command, "history.process", node.process());
        set(command, "history.life", node.life());
        set(command, "history.seed", plan.seed());
        set(command, "history.threads", plan.load().threads());
        set(command, "history.naive", plan.naive());
        set(command, "history.database", database);
        servers.settings(link).forEach((name, value) -> set(command, name, value));
        plan.settings().forEach((name, value) -> set(command, name, value));
        command.add(Application.class.getName());
        return command;
    }

    private static void set(List<String> command, String name, Object value) {
        command.add("-D" + name + "=" + value);
    }
}
