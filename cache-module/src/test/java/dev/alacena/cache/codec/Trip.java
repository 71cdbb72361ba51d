package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.alacena.cache.engine.Codec;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Entry;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of one type on their way to bytes and back. */
record Trip(Codec codec) {

    static Trip of(Type type) throws CodecException {
        return new Trip(new JsonCodecs(1 << 20).of(type));
    }

    static Trip of(TypeReference<?> type) throws CodecException {
        return of(type.getType());
    }

    /** Why the type has no codec. */
    static String refusal(Type type) {
        try {
            of(type);
        } catch (CodecException e) {
            return String.valueOf(e.getMessage());
        }
        return fail(type + " was not refused");
    }

    static String refusal(TypeReference<?> type) {
        return refusal(type.getType());
    }

    byte[] bytes(@Nullable Object value) throws CodecException {
        return codec.encode(new Entry(value, Map.of("tag", 7L)));
    }

    /** The payload as text. */
    String json(Object value) throws CodecException {
        byte[] payload = Envelope.open(bytes(value)).payload();
        return payload == null ? "" : new String(payload, StandardCharsets.UTF_8);
    }

    @Nullable
    Object back(@Nullable Object value) throws CodecException {
        return codec.decode(bytes(value)).value();
    }

    void keeps(@Nullable Object value) throws CodecException {
        assertThat(codec.decode(bytes(value))).isEqualTo(new Entry(value, Map.of("tag", 7L)));
    }

    /** What a codec of this type reads from a payload. */
    Entry read(byte[] payload) throws CodecException {
        return codec.decode(new Envelope(codec.fingerprint(), Map.of(), payload).seal());
    }

    Entry read(String json) throws CodecException {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }
}
