package dev.alacena.benchmark.server;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;

/**
 * What a client sends: an array of texts, of which the first is the name.
 *
 * @param name in small letters
 * @param bytes as they came
 */
public record Command(String name, byte[] bytes) {
    private static final Set<String> UPKEEP = Set.of(
            "ping", "hello", "auth", "client", "select", "config", "info", "time", "script", "xread", "xrevrange");

    /** Whether clients say this to keep connections open, to hear of invalidations and to know the server. */
    public static boolean isUpkeep(String name) {
        return UPKEEP.contains(name);
    }

    static Command read(DataInputStream in) throws IOException {
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        int parts = number(in, copy);
        String name = "";
        for (int i = 0; i < parts; i++) {
            byte[] part = in.readNBytes(number(in, copy) + 2);
            copy.write(part);
            name = i == 0 ? Wire.text(part).strip().toLowerCase(Locale.ROOT) : name;
        }
        return new Command(name, copy.toByteArray());
    }

    /** The number of a line such as {@code *3} or {@code $5}. */
    private static int number(DataInputStream in, ByteArrayOutputStream copy) throws IOException {
        int number = 0;
        for (int next = in.readUnsignedByte(); ; next = in.readUnsignedByte()) {
            copy.write(next);
            if (next == '\n') {
                return number;
            }
            number = Character.isDigit(next) ? number * 10 + next - '0' : number;
        }
    }
}
