package dev.alacena.cache.codec;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import dev.alacena.cache.engine.CodecException;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * What a type looks like in JSON, all the way down.
 *
 * @param fingerprint eight hexadecimal digits that change when a name or a type in it changes
 * @param immutable whether nobody can change a value of it
 */
record Shape(String fingerprint, boolean immutable) {

    /** Looks at a type; one that cannot be restored from JSON is refused with the reason. */
    static Shape of(JavaType type, JsonMapper mapper) throws CodecException {
        Walk walk = new Walk(mapper);
        boolean immutable = walk.visit(type, type.toCanonical());
        CRC32C crc = new CRC32C();
        crc.update(Envelope.FORMAT);
        crc.update(walk.text.toString().getBytes(StandardCharsets.UTF_8));
        return new Shape("%08x".formatted(crc.getValue()), immutable);
    }

    /** Writes down every property of every type that a value can reach. */
    private static final class Walk {
        private final JsonMapper mapper;
        private final StringBuilder text = new StringBuilder();
        private final Set<JavaType> seen = new HashSet<>();

        Walk(JsonMapper mapper) {
            this.mapper = mapper;
        }

        /** Whether values of the type are immutable. */
        boolean visit(JavaType type, String place) throws CodecException {
            text.append(name(type));
            if (!seen.add(type)) {
                return type.getRawClass().isRecord() || Scalars.is(type) || optional(type);
            }
            Restorable.check(type, place, mapper);
            if (Scalars.is(type)) {
                return true;
            }
            if (type.isContainerType() || type.isReferenceType()) {
                return contents(type, place) && optional(type);
            }
            boolean immutable = properties(type, place) && type.getRawClass().isRecord();
            subtypes(type, place);
            return immutable;
        }

        /** The only holder that cannot be given another content. */
        private static boolean optional(JavaType type) {
            return type.getRawClass() == Optional.class;
        }

        private void subtypes(JavaType type, String place) throws CodecException {
            for (NamedType subtype : Restorable.subtypes(type, mapper)) {
                text.append('|').append(subtype.getName()).append('=');
                visit(mapper.constructType(subtype.getType()), place);
            }
        }

        /** int and Integer are the same in JSON. */
        private static String name(JavaType type) {
            Class<?> raw = type.getRawClass();
            return raw.isPrimitive()
                    ? MethodType.methodType(raw).wrap().returnType().getName()
                    : type.toCanonical();
        }

        private boolean contents(JavaType type, String place) throws CodecException {
            boolean immutable = true;
            for (JavaType part : parts(type)) {
                immutable &= visit(part, place);
            }
            return immutable;
        }

        private static List<JavaType> parts(JavaType type) {
            return type.getKeyType() == null
                    ? List.of(type.getContentType())
                    : List.of(type.getKeyType(), type.getContentType());
        }

        private boolean properties(JavaType type, String place) throws CodecException {
            text.append('{');
            boolean immutable = true;
            for (BeanPropertyDefinition property :
                    mapper.getSerializationConfig().introspect(type).findProperties()) {
                if (!property.couldSerialize()) {
                    continue;
                }
                text.append(property.getName()).append(':');
                String within = place + "." + property.getName();
                Restorable.checkNames(property.getPrimaryMember().getAnnotation(JsonTypeInfo.class), within);
                immutable &= visit(property.getPrimaryType(), within);
                text.append(';');
            }
            text.append('}');
            return immutable;
        }
    }
}
