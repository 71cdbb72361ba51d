package dev.alacena.cache.redis;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Speaks to a server without a client's help: one command, one reply. */
final class Resp implements AutoCloseable {
    private static final int LIMIT = 10_000;

    private final Socket socket = new Socket();
    private final InputStream in;

    Resp(int port) throws IOException {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT);
        socket.setSoTimeout(LIMIT);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** The reply of one command, over a connection of its own; a refusal is an {@link IOException}. */
    static Object call(int port, String... words) {
        try (Resp resp = new Resp(port)) {
            return resp.call(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text, a number, a list of those, or null. */
    Object call(String... words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, "*" + words.length);
        for (String word : words) {
            write(out, "$" + word.getBytes(StandardCharsets.UTF_8).length);
            write(out, word);
        }
        socket.getOutputStream().write(out.toByteArray());
        return reply();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private Object reply() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+' -> rest;
            case ':' -> Long.valueOf(rest);
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> list(Integer.parseInt(rest));
            default -> throw new IOException(rest);
        };
    }

    private List<Object> list(int size) throws IOException {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(reply());
        }
        return items;
    }

    private String bulk(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        byte[] bytes = in.readNBytes(length);
        in.skipNBytes(2);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\r'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            line.append((char) c);
        }
        in.skipNBytes(1);
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
