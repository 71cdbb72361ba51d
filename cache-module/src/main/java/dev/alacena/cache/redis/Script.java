package dev.alacena.cache.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.redisson.api.RScript.Mode;
import org.redisson.api.RScript.ReturnType;
import org.redisson.api.RScriptAsync;

/** The constant scripts; data travels in arguments only. Each answers a list whose second element is the server's time. */
enum Script {
    CLAIM,
    FILL,
    ABANDON,
    TAKE,
    INVALIDATE,
    RAISE,
    LOWER,
    TAG,
    ANNOUNCE,
    HEAR,
    REGISTER,
    SWEPT,
    SINCE,
    INTEND,
    REVOKE,
    REVOKED,
    REVOCATIONS,
    REBUILD,
    REBUILT,
    SESSION_BEGIN,
    SESSION_INDEX,
    SESSION_TOUCH,
    SESSION_END,
    ATTEMPT,
    WITHDRAW,
    EVENT_ADD,
    EVENTS;

    private final String text = load(name().toLowerCase(Locale.ROOT) + ".lua");

    CompletionStage<List<Object>> run(RScriptAsync scripts, List<Object> keys, List<?> arguments) {
        return eval(scripts, text, keys, arguments);
    }

    /** Runs this script, then {@link #ANNOUNCE} with the time that it answered; what announcing needs comes last. */
    CompletionStage<List<Object>> runAnnounced(RScriptAsync scripts, List<Object> keys, List<?> arguments) {
        return eval(scripts, Announced.text(this), keys, arguments);
    }

    private static CompletionStage<List<Object>> eval(
            RScriptAsync scripts, String text, List<Object> keys, List<?> arguments) {
        Object[] bytes = arguments.stream()
                .map(argument -> argument instanceof byte[] raw
                        ? raw
                        : String.valueOf(argument).getBytes(StandardCharsets.UTF_8))
                .toArray();
        return scripts.evalAsync(Mode.READ_WRITE, text, ReturnType.LIST, keys, bytes);
    }

    /** The texts of scripts with an announcement after them. */
    private static final class Announced {
        private static final String FRAME = load("announced.lua");
        private static final Map<Script, String> TEXTS = new EnumMap<>(Script.class);

        static {
            for (Script script : values()) {
                TEXTS.put(script, FRAME.replace("--step--", script.text).replace("--announce--", ANNOUNCE.text));
            }
        }

        static String text(Script script) {
            return TEXTS.getOrDefault(script, script.text);
        }
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
