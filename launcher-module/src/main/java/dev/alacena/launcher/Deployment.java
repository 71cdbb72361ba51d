package dev.alacena.launcher;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The running whole: Redis, PostgreSQL and the nodes. Starting and closing may happen in different threads: what is
 * being started when it is closed is stopped too, and nothing is started afterwards.
 */
final class Deployment implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Options options;
    private final Places places;
    private final Console console;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, String> settings = new LinkedHashMap<>();
    private volatile @Nullable Watch watch;
    private boolean closed;

    Deployment(Options options, Console console) {
        this.options = options;
        this.places = Places.of(options);
        this.console = console;
    }

    /** Starts everything and returns when every node serves. After a failure, close stops what had been started. */
    List<Node> start() throws LaunchFailure {
        Database database = startServices();
        List<Node> nodes = new ArrayList<>();
        for (int port = options.port(); port < options.port() + options.nodes(); port++) {
            nodes.add(startNode(port));
        }
        for (Node node : nodes) {
            awaitReady(node);
        }
        loadDemoData(database, DemoPassword.of(options));
        return nodes;
    }

    /** Starts Redis and PostgreSQL, unless they were given. */
    Database startServices() throws LaunchFailure {
        Requirements.check(options, places);
        places.clean();
        watch = Watch.start();
        URI redis = redis();
        Database database = database();
        settings.put("ALACENA_REDIS_URL", redis.toString());
        settings.putAll(database.environment());
        settings.putAll(TokenKeys.in(places.keys()).environment());
        return database;
    }

    /** Into the tables that a node has made. */
    void loadDemoData(Database database, DemoPassword password) throws LaunchFailure {
        long start = System.nanoTime();
        console.say("  Loading the demo data, if there are no users yet");
        DemoData data = new DemoData(LocalDate.now(ZoneOffset.UTC));
        console.done("Demo data: " + data.load(database, password), start);
    }

    /** Starts a node and does not wait for it. */
    Node startNode(int port) throws LaunchFailure {
        return startNode(port, new Node.Setup(Map.of(), List.of()));
    }

    /** The same, for a node that differs from the others. */
    Node startNode(int port, Node.Setup own) throws LaunchFailure {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(own.settings());
        Node node = start(() -> Node.start(options.server(), places, port, new Node.Setup(all, own.java())));
        console.say("  %s is starting; log: %s".formatted(node.name(), node.log()));
        return node;
    }

    void awaitReady(Node node) throws LaunchFailure {
        long start = System.nanoTime();
        node.awaitReady(LIMIT, this::check, console);
        console.done("%s serves %s".formatted(node.name(), node.uri()), start);
    }

    boolean isStarted() {
        return watch != null;
    }

    synchronized List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Ends one part; the others go on. */
    synchronized void stop(Part part) {
        part.close();
        parts.remove(part);
    }

    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** Waits for the first part that ends. */
    Part awaitDeath() {
        return parts().stream()
                .map(part -> part.process().onExit().thenApply(process -> part))
                .reduce((one, other) -> one.applyToEither(other, part -> part))
                .map(CompletableFuture::join)
                .orElseThrow();
    }

    @Override
    public synchronized void close() {
        closed = true;
        parts.parallelStream().filter(part -> part instanceof Node).forEach(Part::close);
        Collections.reverse(parts);
        parts.forEach(Part::close);
        parts.clear();
        if (watch != null) {
            watch.close();
        }
    }

    private void check() throws LaunchFailure {
        for (Part part : parts()) {
            if (!part.process().isAlive()) {
                throw new LaunchFailure(part.obituary());
            }
        }
    }

    private URI redis() throws LaunchFailure {
        if (options.redis() != null) {
            return options.redis();
        }
        long start = System.nanoTime();
        int port = Ports.free();
        start(() -> Redis.start(places, port));
        URI uri = Redis.uri(port);
        console.done("Redis at " + uri, start);
        return uri;
    }

    private Database database() throws LaunchFailure {
        if (options.database() != null) {
            return options.database();
        }
        long start = System.nanoTime();
        int port = Ports.free();
        Database database = start(() -> Postgres.start(places, port)).database();
        console.done("PostgreSQL at " + database, start);
        return database;
    }

    private synchronized <P extends Part> P start(Start<P> start) throws LaunchFailure {
        if (closed || watch == null) {
            throw new LaunchFailure("it was stopped while it started");
        }
        P part = start.start();
        parts.add(part);
        watch.add(part.process());
        return part;
    }

    private interface Start<P extends Part> {
        P start() throws LaunchFailure;
    }
}
