package dev.alacena.cache.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RScript;
import org.redisson.api.RScript.Mode;
import org.redisson.api.RScript.ReturnType;

/** The constant scripts; data travels in arguments only. Each answers a list whose second element is the server's time. */
enum Script {
    CLAIM,
    FILL,
    ABANDON,
    TAKE,
    INVALIDATE,
    RAISE,
    LOWER,
    TAG;

    private final String text = load(name().toLowerCase(Locale.ROOT) + ".lua");

    CompletionStage<List<Object>> run(RScript scripts, List<Object> keys, Object... arguments) {
        Object[] bytes = Arrays.stream(arguments)
                .map(argument -> argument instanceof byte[] raw
                        ? raw
                        : String.valueOf(argument).getBytes(StandardCharsets.UTF_8))
                .toArray();
        return scripts.evalAsync(Mode.READ_WRITE, text, ReturnType.LIST, keys, bytes);
    }

    private static String load(String name) {
        try (InputStream script = Script.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IllegalStateException("missing from alacena-cache: " + name);
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
