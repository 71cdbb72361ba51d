package dev.alacena.launcher;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One server with the application on it. */
record Node(Child child, int port) implements Part {

    private static final Duration STEP = Duration.ofMillis(200);
    private static final Duration PROBE = Duration.ofSeconds(5);

    // loopback is never behind a proxy
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .connectTimeout(PROBE)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    static Node start(Server server, Places places, int port, Map<String, String> settings) throws LaunchFailure {
        String name = "%s on port %d".formatted(server.title(), port);
        Path directory = places.run().resolve("node-" + port);
        try {
            Files.createDirectories(directory);
            ProcessBuilder command = new ProcessBuilder(server.prepare(places, directory, port));
            command.environment().putAll(settings);
            return new Node(Child.start(name, command, directory), port);
        } catch (IOException e) {
            throw new LaunchFailure("cannot prepare " + name, e);
        }
    }

    URI uri() {
        return URI.create("http://%s:%d/".formatted(Ports.HOST, port));
    }

    /**
     * Waits until the application says that it can serve: a server says so of itself, also when its deployment failed.
     */
    void awaitReady(Duration limit, Console console) throws LaunchFailure {
        long start = System.nanoTime();
        long said = 0;
        while (!answers()) {
            if (child.endsWithin(STEP)) {
                throw new LaunchFailure("%s ended while it started. %s".formatted(name(), Log.tail(log())));
            }
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(limit) > 0) {
                throw new LaunchFailure(
                        "%s did not answer 200 to GET %shealth within %s: the deployment failed, or the machine is too slow. %s"
                                .formatted(name(), uri(), Console.seconds(limit), Log.tail(log())));
            }
            if (waited.toSeconds() / 5 > said) {
                said = waited.toSeconds() / 5;
                console.say("  %s is starting, %s; log: %s".formatted(name(), Console.seconds(waited), log()));
            }
        }
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
