package dev.alacena.benchmark.server;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One blocking connection to Redis, without a client library between: for what has to be loaded fast, and for reads whose
 * time is to be that of the server. For one thread.
 *
 * @see <a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">RESP</a>
 */
public final class Wire implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Socket socket;
    private final DataInputStream in;
    private final OutputStream out;

    public Wire(int port) throws IOException {
        socket = Ports.connect(port);
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
        out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
    }

    /**
     * Sends a command and waits for its answer: bytes, {@link Long}, a list of such, or null.
     *
     * @throws IOException also when the server refuses the command
     */
    public @Nullable Object call(String... command) throws IOException {
        byte[][] parts = new byte[command.length][];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = bytes(command[i]);
        }
        send(parts);
        return receive();
    }

    /** Leaves a command to the buffer, which the next {@link #receive} empties. */
    public void send(byte[]... command) throws IOException {
        out.write(bytes("*" + command.length + "\r\n"));
        for (byte[] part : command) {
            out.write(bytes("$" + part.length + "\r\n"));
            out.write(part);
            out.write('\r');
            out.write('\n');
        }
    }

    /** The next answer. */
    public @Nullable Object receive() throws IOException {
        out.flush();
        String head = line();
        String rest = head.substring(1);
        return switch (head.charAt(0)) {
            case '+' -> bytes(rest);
            case ':' -> Long.valueOf(rest);
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> list(Integer.parseInt(rest));
            default -> throw new IOException("the server refused: " + rest);
        };
    }

    /** A section of what the server tells of itself. */
    public Map<String, String> info(String section) {
        try {
            Map<String, String> info = new HashMap<>();
            String told = text((byte[]) Objects.requireNonNull(call("INFO", section)));
            told.lines().forEach(line -> {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    info.put(line.substring(0, colon), line.substring(colon + 1));
                }
            });
            return info;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte @Nullable [] bulk(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        in.skipNBytes(2);
        return bytes;
    }

    private List<@Nullable Object> list(int size) throws IOException {
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(receive());
        }
        return list;
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.readUnsignedByte(); next != '\r'; next = in.readUnsignedByte()) {
            line.append((char) next);
        }
        in.skipNBytes(1);
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
