package dev.alacena.history.run;

import dev.alacena.history.nemesis.Proxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** One real Redis. */
final class RedisServer implements Servers {
    private final RedisProcess server;

    RedisServer(Path directory, Guard guard) throws IOException {
        server = new RedisProcess(directory.resolve("redis"), guard);
        server.start();
    }

    @Override
    public Proxy link() throws IOException {
        return new Proxy(server.port());
    }

    @Override
    public Map<String, String> settings(Proxy link) {
        return Map.of("alacena.redis.url", "redis://%s:%d".formatted(RedisProcess.HOST, link.port()));
    }

    @Override
    public void command(String command) throws IOException {
        server.ask(command);
    }

    @Override
    public void kill() throws IOException {
        server.kill();
    }

    @Override
    public void start() throws IOException {
        server.start();
    }

    @Override
    public void freeze() throws IOException {
        server.send(Signal.STOP);
    }

    @Override
    public void thaw() throws IOException {
        server.send(Signal.CONT);
    }

    @Override
    public void close() {
        server.close();
    }
}
