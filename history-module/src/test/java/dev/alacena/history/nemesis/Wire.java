package dev.alacena.history.nemesis;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** One connection through a proxy. Thread-safe. */
final class Wire {
    private static final int SIZE = 16_384;
    private static final String STREAM_COMMAND = "XREAD";

    private final Socket client;
    private final Socket server;
    private final Valve valve;
    private final Set<Wire> all;
    private volatile boolean stream;

    Wire(Socket client, Socket server, Valve valve, Set<Wire> all) throws IOException {
        this.client = client;
        this.server = server;
        this.valve = valve;
        this.all = all;
        client.setTcpNoDelay(true);
        server.setTcpNoDelay(true);
    }

    /** Whether it is the one on which the process hears of invalidations. */
    boolean isStream() {
        return stream;
    }

    void pump(boolean toServer) {
        byte[] buffer = new byte[SIZE];
        try (InputStream in = (toServer ? client : server).getInputStream();
                OutputStream out = (toServer ? server : client).getOutputStream()) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                if (toServer && !stream) {
                    stream = new String(buffer, 0, read, StandardCharsets.ISO_8859_1).contains(STREAM_COMMAND);
                }
                if (!valve.passes(this, toServer)) {
                    break;
                }
                out.write(buffer, 0, read);
            }
        } catch (IOException e) {
            // one end is gone, so the other goes
        } finally {
            close();
        }
    }

    void close() {
        all.remove(this);
        try {
            client.close();
            server.close();
        } catch (IOException e) {
            // gone already
        }
    }
}
