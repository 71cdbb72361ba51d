package dev.alacena.web.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Secrets that a test has used, looked for wherever they must not be. What was found is told as place and number of the
 * canary, never with the canary itself. Values are looked at as bytes: what a codec compressed would not be seen.
 */
final class Canaries {
    private final List<byte[]> canaries;
    private final List<String> found = new ArrayList<>();

    Canaries(String... canaries) {
        if (canaries.length == 0 || Arrays.stream(canaries).anyMatch(canary -> canary.length() < 8)) {
            throw new IllegalArgumentException("a canary has eight characters at least, or is found by chance");
        }
        this.canaries = Arrays.stream(canaries)
                .map(canary -> canary.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** Every key and every value of a server, whatever their types. */
    Canaries inRedis(Keys redis) {
        redis.each((key, values) -> {
            look("a key of Redis", key);
            values.forEach(value -> look("Redis at " + printable(key), value));
        });
        return this;
    }

    /** A file, such as the server's log. */
    Canaries inFile(Path file) {
        try {
            look("file " + file.getFileName(), Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return this;
    }

    /** Bodies and headers of recorded answers. */
    Canaries inAnswers(List<Answer> answers) {
        for (Answer answer : answers) {
            String place = "the answer of " + answer.response().uri().getPath();
            look(place, answer.body());
            for (Map.Entry<String, List<String>> header :
                    answer.response().headers().map().entrySet()) {
                header.getValue().forEach(value -> look(place + ", header " + header.getKey(), value));
            }
        }
        return this;
    }

    /** The places where there is one. */
    List<String> found() {
        return List.copyOf(found);
    }

    void look(String place, String text) {
        look(place, text.getBytes(StandardCharsets.UTF_8));
    }

    void look(String place, byte[] bytes) {
        for (int i = 0; i < canaries.size(); i++) {
            if (contains(bytes, canaries.get(i))) {
                found.add("canary %d in %s".formatted(i, place));
            }
        }
    }

    private String printable(byte[] key) {
        boolean secret = canaries.stream().anyMatch(canary -> contains(key, canary));
        return secret ? "a key with a canary" : new String(key, StandardCharsets.UTF_8);
    }

    private static boolean contains(byte[] bytes, byte[] part) {
        for (int at = 0; at <= bytes.length - part.length; at++) {
            if (Arrays.equals(bytes, at, at + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }
}
