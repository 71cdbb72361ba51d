package dev.alacena.cache.security.session;

import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.TextCodec;
import dev.alacena.cache.engine.session.SessionRow;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What belongs to sessions, typed. Thread-safe. */
final class SessionData {
    private final Map<Class<?>, TextCodec> codecs = new ConcurrentHashMap<>();
    private final Sessions.Types types;
    private final Counters counters;

    /** Data as text, and the fingerprint of their type. */
    record Written(String text, String type) {}

    SessionData(Sessions.Types types, Counters counters) {
        this.types = types;
        this.counters = counters;
    }

    Written write(Object data) {
        TextCodec codec = codec(data.getClass());
        try {
            return new Written(codec.write(data), codec.fingerprint());
        } catch (CodecException e) {
            throw refused(data.getClass(), e);
        }
    }

    /** Empty where a session has data of another type, or such as this type had in another version. */
    <T> Optional<T> read(SessionRow row, Class<T> type) {
        TextCodec codec = codec(type);
        try {
            if (codec.fingerprint().equals(row.type())) {
                return Optional.of(type.cast(codec.read(row.data())));
            }
        } catch (CodecException e) {
            // counted as another type is
        }
        counters.count(Counters.Event.FAULT);
        return Optional.empty();
    }

    private TextCodec codec(Class<?> type) {
        return codecs.computeIfAbsent(type, missing -> {
            try {
                return types.text(missing);
            } catch (CodecException e) {
                throw refused(missing, e);
            }
        });
    }

    private static IllegalArgumentException refused(Class<?> type, CodecException cause) {
        return new IllegalArgumentException(
                "%s cannot be the data of a session: %s".formatted(type.getName(), cause.getMessage()), cause);
    }
}
