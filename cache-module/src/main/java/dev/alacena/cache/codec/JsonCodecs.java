package dev.alacena.cache.codec;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MutableConfigOverride;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.alacena.cache.engine.Codec;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Codecs;
import dev.alacena.cache.engine.TextCodec;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** Codecs of JSON by Jackson, typed by the declared type of the value. Thread-safe. */
public final class JsonCodecs implements Codecs {
    private final JsonMapper mapper = JsonMapper.builder()
            .addModule(new JavaTimeModule().disable(JavaTimeFeature.NORMALIZE_DESERIALIZED_ZONE_ID))
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule("never-cache").setSerializerModifier(new NeverCached()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .enable(SerializationFeature.WRITE_DATES_WITH_ZONE_ID)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            // [2026,11,21]: as short as text, and read without parsing a pattern, which costs more than all else of a
            // record
            .withConfigOverride(LocalDate.class, JsonCodecs::numbers)
            .withConfigOverride(LocalTime.class, JsonCodecs::numbers)
            .withConfigOverride(LocalDateTime.class, JsonCodecs::numbers)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // the order of methods in a class is no one's promise
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // no annotation can make a payload name a class
            .polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder().build())
            .build();
    private final int maxBytes;

    /** Codecs that refuse to write more than so many bytes of JSON for one value. */
    public JsonCodecs(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    private static void numbers(MutableConfigOverride type) {
        type.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.ARRAY));
    }

    @Override
    public Codec of(Type type) throws CodecException {
        return json(type);
    }

    /** The same, without an envelope. */
    public TextCodec text(Type type) throws CodecException {
        return json(type);
    }

    private JsonCodec json(Type type) throws CodecException {
        JavaType resolved = mapper.constructType(type);
        List<String> marked = Reach.of(resolved, mapper);
        if (!marked.isEmpty()) {
            throw new CodecException("%s: it reaches @NeverCache at %s; return a record without it"
                    .formatted(type.getTypeName(), String.join(", ", marked)));
        }
        Shape shape = Shape.of(resolved, mapper);
        return new JsonCodec(
                mapper.readerFor(resolved),
                mapper.writerFor(resolved),
                new JsonCodec.Form(shape, !resolved.isPrimitive(), maxBytes));
    }

    @Override
    public List<String> neverCached(Type type) {
        return Reach.of(mapper.constructType(type), mapper);
    }
}
