package dev.alacena.cache.codec;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.alacena.cache.engine.CodecException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Future;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

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
        if (Scalars.is(type)) {
            return;
        }
        if (!type.isContainerType() && !type.isReferenceType()) {
            checkBean(type, place, mapper);
        }
        checkMakeable(type, place, mapper);
    }

    /** Bytes name no classes, whatever annotations say. */
    static void checkNames(@Nullable JsonTypeInfo info, String place) throws CodecException {
        if (info != null && info.use() != JsonTypeInfo.Id.NAME) {
            throw refused(place, "its @JsonTypeInfo writes names of classes", "use JsonTypeInfo.Id.NAME");
        }
    }

    /** The subtypes that annotations list, in a stable order. */
    static List<NamedType> subtypes(JavaType type, JsonMapper mapper) {
        SerializationConfig config = mapper.getSerializationConfig();
        AnnotatedClass annotated = config.introspectClassAnnotations(type).getClassInfo();
        return mapper.getSubtypeResolver().collectAndResolveSubtypesByClass(config, annotated).stream()
                .filter(subtype -> subtype.getType() != type.getRawClass())
                .sorted(Comparator.comparing(subtype -> subtype.getType().getName()))
                .toList();
    }

    private static void checkBean(JavaType type, String place, JsonMapper mapper) throws CodecException {
        AnnotatedClass bean = mapper.getDeserializationConfig()
                .introspectClassAnnotations(type)
                .getClassInfo();
        JsonTypeInfo info = bean.getAnnotation(JsonTypeInfo.class);
        checkNames(info, place);
        boolean subtypes = info != null && !subtypes(type, mapper).isEmpty();
        if (type.isAbstract() && !subtypes && bean.getAnnotation(JsonDeserialize.class) == null) {
            throw refused(
                    place,
                    type.getRawClass().getName() + " is abstract",
                    "return a record, or list its subtypes with @JsonTypeInfo and @JsonSubTypes");
        }
    }

    private static void checkMakeable(JavaType type, String place, JsonMapper mapper) throws CodecException {
        String cause = type.getRawClass().getName() + " cannot be made from JSON";
        try {
            JsonDeserializer<?> deserializer = ((DefaultDeserializationContext) mapper.getDeserializationContext())
                    .createDummyInstance(mapper.getDeserializationConfig())
                    .findRootValueDeserializer(type);
            ValueInstantiator maker =
                    deserializer instanceof ValueInstantiator.Gettable made ? made.getValueInstantiator() : null;
            if (maker == null || maker.canInstantiate()) {
                return;
            }
        } catch (JsonMappingException e) {
            cause = e.getOriginalMessage();
        }
        throw refused(place, cause, "return a record, or give the class a constructor that Jackson can use");
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
