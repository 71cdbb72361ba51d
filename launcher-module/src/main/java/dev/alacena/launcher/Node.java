package dev.alacena.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One server with the application on it. */
record Node(Child child, Server server, int port) implements Part {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration SETTLING = Duration.ofSeconds(15);
    private static final Duration PROBE = Duration.ofSeconds(5);

    // loopback is never behind a proxy
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(PROBE)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    /**
     * What is particular to a node.
     *
     * @param settings of the application, as environment variables
     * @param java more options of the JVM, which win over the usual ones
     */
    record Setup(Map<String, String> settings, List<String> java) {}

    static Node start(Server server, Places places, int port, Setup setup) throws LaunchFailure {
        String name = "%s on port %d".formatted(server.title(), port);
        Path directory = places.run().resolve("node-" + port);
        try {
            // a restarted node keeps nothing, least of all the log that says it has started
            Places.deleteTree(directory);
            Files.createDirectories(directory);
            List<String> command = new ArrayList<>(server.prepare(places, directory, port));
            command.addAll(Server.JAVA.size(), setup.java());
            ProcessBuilder process = new ProcessBuilder(command);
            process.environment().putAll(setup.settings());
            return new Node(Child.start(name, process, directory), server, port);
        } catch (IOException e) {
            throw new LaunchFailure("cannot prepare " + name, e);
        }
    }

    /** Whether everything that a node needs is there. */
    interface Health {
        void check() throws LaunchFailure;
    }

    URI uri() {
        return URI.create("http://%s:%d/".formatted(Ports.HOST, port));
    }

    /**
     * Waits until the application says that it can serve. A server that has started without it, because the deployment
     * failed, gets a short time only.
     */
    void awaitReady(Duration limit, Health others, Console console) throws LaunchFailure {
        Progress progress = new Progress(name() + " is starting", console);
        Duration left = limit;
        while (!answers()) {
            if (child.endsWithin(STEP) || Thread.currentThread().isInterrupted()) {
                throw new LaunchFailure(obituary());
            }
            others.check();
            if (left.equals(limit) && Log.contains(log(), server.announcement())) {
                left = progress.elapsed().plus(SETTLING);
            }
            if (progress.elapsed().compareTo(left) > 0) {
                throw new LaunchFailure(refusal(progress.elapsed()));
            }
            progress.tick();
        }
    }

    private String refusal(Duration waited) {
        return "%s did not answer 200 to GET %shealth within %d s. Most likely the deployment failed; the log says why. %s"
                .formatted(name(), uri(), waited.toSeconds(), Log.tail(log()));
    }

    private boolean answers() {
        if (!Ports.answers(Ports.HOST, port)) {
            return false;
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(uri().resolve("health"))
                    .timeout(PROBE)
                    .build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String name() {
        return child.name();
    }

    @Override
    public ProcessHandle process() {
        return child.process();
    }

    @Override
    public Path log() {
        return child.log();
    }

    @Override
    public void close() {
        child.close();
    }
}
