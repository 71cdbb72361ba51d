package dev.alacena.cache.codec;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.alacena.cache.engine.CodecException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;

/** Tells types that JSON can give back from those that it cannot. */
final class Restorable {
    private static final List<Class<?>> LIVE = List.of(
            AutoCloseable.class,
            BaseStream.class,
            Iterator.class,
            Future.class,
            Thread.class,
            Throwable.class,
            ClassLoader.class,
            Class.class);
    private static final List<String> HTTP =
            List.of("jakarta.ws.rs.core.", "jakarta.servlet.", "java.lang.reflect.", "java.util.concurrent.Flow");
    private static final List<String> ENTITIES = List.of(
            "jakarta.persistence.Entity", "jakarta.persistence.Embeddable", "jakarta.persistence.MappedSuperclass");

    private Restorable() {}

    static void check(JavaType type, String place, JsonMapper mapper) throws CodecException {
        Class<?> raw = type.getRawClass();
        if (raw == Object.class || raw == void.class || raw == Void.class) {
            throw refused(place, "its type does not say what to restore", "declare the type that it has");
        }
        if (LIVE.stream().anyMatch(live -> live.isAssignableFrom(raw))
                || HTTP.stream().anyMatch(raw.getName()::startsWith)) {
            throw refused(place, raw.getName() + " is alive, not data", "return the data in a record");
        }
        if (entity(raw)) {
            throw refused(place, raw.getName() + " is an entity", "return a record with what the callers need");
        }
        if (!type.isContainerType() && !type.isReferenceType() && !Scalars.is(type)) {
            checkBean(type, place, mapper);
        }
    }

    private static void checkBean(JavaType type, String place, JsonMapper mapper) throws CodecException {
        BeanDescription bean = mapper.getDeserializationConfig().introspect(type);
        JsonTypeInfo info = type.getRawClass().getAnnotation(JsonTypeInfo.class);
        if (info != null && info.use() != JsonTypeInfo.Id.NAME) {
            throw refused(place, "its @JsonTypeInfo writes names of classes", "use JsonTypeInfo.Id.NAME");
        }
        if (info == null
                && type.isAbstract()
                && bean.getClassInfo().getAnnotation(com.fasterxml.jackson.databind.annotation.JsonDeserialize.class)
                        == null) {
            throw refused(place, type.getRawClass().getName() + " is abstract", "return a record");
        }
        try {
            ((DefaultDeserializationContext) mapper.getDeserializationContext())
                    .createDummyInstance(mapper.getDeserializationConfig())
                    .findRootValueDeserializer(type);
        } catch (JsonMappingException e) {
            throw refused(
                    place,
                    e.getOriginalMessage(),
                    "return a record, or give the class a constructor that Jackson can use");
        }
    }

    private static boolean entity(Class<?> raw) {
        return Arrays.stream(raw.getAnnotations())
                .anyMatch(annotation ->
                        ENTITIES.contains(annotation.annotationType().getName()));
    }

    private static CodecException refused(String place, String cause, String cure) {
        return new CodecException("%s: %s; %s".formatted(place, cause, cure));
    }
}
