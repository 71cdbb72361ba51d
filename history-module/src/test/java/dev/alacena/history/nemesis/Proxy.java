package dev.alacena.history.nemesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The link of one process to a server on loopback, with a valve. Thread-safe. */
public final class Proxy implements AutoCloseable {
    private static final int BACKLOG = 50;

    private final ServerSocket door;
    private final int target;
    private final Valve valve = new Valve();
    private final Set<Wire> wires = ConcurrentHashMap.newKeySet();

    public Proxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, BACKLOG, loopback());
        start(this::accept, "proxy-" + door.getLocalPort());
    }

    public int port() {
        return door.getLocalPort();
    }

    /** Sets the valve; what it closes is closed at once. */
    void set(Valve.State state) {
        valve.set(state);
        wires.stream().filter(valve::closes).forEach(Wire::close);
    }

    /** Closes one of the connections. */
    void reset(Random random) {
        wires.stream()
                .skip(random.nextInt(Math.max(1, wires.size())))
                .findFirst()
                .ifPresent(Wire::close);
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                connect(door.accept());
            } catch (IOException e) {
                // the door was closed, or the server is away and the caller hears of it by the end of its connection
            }
        }
    }

    private void connect(Socket client) throws IOException {
        Socket server;
        try {
            server = new Socket(loopback(), target);
        } catch (IOException e) {
            client.close();
            throw e;
        }
        Wire wire = new Wire(client, server, valve, wires);
        wires.add(wire);
        if (valve.closes(wire)) {
            wire.close();
            return;
        }
        start(() -> wire.pump(true), "to-server");
        start(() -> wire.pump(false), "to-client");
    }

    private static void start(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Always that of IPv4, whatever the JVM prefers. */
    public static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        wires.forEach(Wire::close);
    }
}
