package dev.alacena.web.it;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Everything in a Redis of loopback, as bytes, by its own protocol: no client stands between. */
final class Keys implements AutoCloseable {
    private final Socket socket;
    private final DataInputStream in;

    Keys(int port) {
        try {
            socket = new Socket(InetAddress.getLoopbackAddress(), port);
            socket.setSoTimeout(10_000);
            in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Each key once or more often, with all texts that stand in its value. */
    void each(BiConsumer<byte[], List<byte[]>> action) {
        byte[] cursor = bytes("0");
        do {
            List<?> page = (List<?>) call(bytes("SCAN"), cursor, bytes("COUNT"), bytes("1000"));
            for (Object key : (List<?>) page.get(1)) {
                List<byte[]> values = new ArrayList<>();
                flatten(value((byte[]) key), values);
                action.accept((byte[]) key, values);
            }
            cursor = (byte[]) page.get(0);
        } while (!new String(cursor, StandardCharsets.UTF_8).equals("0"));
    }

    private Object value(byte[] key) {
        String type = new String((byte[]) call(bytes("TYPE"), key), StandardCharsets.UTF_8);
        return switch (type) {
            case "string" -> call(bytes("GET"), key);
            case "hash" -> call(bytes("HGETALL"), key);
            case "list" -> call(bytes("LRANGE"), key, bytes("0"), bytes("-1"));
            case "set" -> call(bytes("SMEMBERS"), key);
            case "zset" -> call(bytes("ZRANGE"), key, bytes("0"), bytes("-1"));
            case "stream" -> call(bytes("XRANGE"), key, bytes("-"), bytes("+"));
            case "none" -> List.of(); // it expired meanwhile
            default -> throw new IllegalStateException("a key of type " + type);
        };
    }

    private static void flatten(Object value, List<byte[]> into) {
        if (value instanceof List<?> list) {
            list.forEach(each -> flatten(each, into));
        } else {
            into.add((byte[]) value);
        }
    }

    /** The reply to one command: bytes, or a list of such. */
    Object call(byte[]... words) {
        try {
            ByteArrayOutputStream command = new ByteArrayOutputStream();
            command.writeBytes(bytes("*" + words.length + "\r\n"));
            for (byte[] word : words) {
                command.writeBytes(bytes("$" + word.length + "\r\n"));
                command.writeBytes(word);
                command.writeBytes(bytes("\r\n"));
            }
            socket.getOutputStream().write(command.toByteArray());
            return reply();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Object reply() throws IOException {
        String line = line();
        String rest = line.substring(1);
        return switch (line.charAt(0)) {
            case '+', ':' -> bytes(rest);
            case '$' -> bulk(Integer.parseInt(rest));
            case '*' -> list(Integer.parseInt(rest));
            default -> throw new IOException(line);
        };
    }

    private byte[] bulk(int length) throws IOException {
        byte[] bytes = in.readNBytes(Math.max(0, length));
        if (length >= 0) {
            in.skipNBytes(2);
        }
        return bytes;
    }

    private List<Object> list(int length) throws IOException {
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            list.add(reply());
        }
        return list;
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte next = in.readByte(); next != '\r'; next = in.readByte()) {
            line.write(next);
        }
        in.skipNBytes(1);
        return line.toString(StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
