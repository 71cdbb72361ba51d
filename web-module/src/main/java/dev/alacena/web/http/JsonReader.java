package dev.alacena.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads the body of a request as a record, up to {@value #LIMIT} bytes. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public final class JsonReader implements MessageBodyReader<Record> {

    private static final int LIMIT = 64 * 1024;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(LIMIT + 1);
        if (bytes.length > LIMIT) {
            throw Refusal.tooLarge(LIMIT);
        }
        return parse(bytes, type);
    }

    private static Record parse(byte[] bytes, Class<Record> type) throws IOException {
        try {
            Record body = Json.MAPPER.readValue(bytes, type);
            if (body == null) {
                throw Refusal.ofBody("The body must be a JSON object.");
            }
            return body;
        } catch (MismatchedInputException mismatch) {
            throw mismatch.getPath().isEmpty()
                    ? Refusal.ofBody("The body must be a JSON object.")
                    : Refusal.of(field(mismatch), "has the wrong type");
        } catch (JsonProcessingException malformed) {
            if (malformed instanceof JsonMappingException member
                    && malformed.getCause() instanceof InputCoercionException) {
                // a number that is too large for its type
                throw Refusal.of(field(member), "has the wrong type");
            }
            throw Refusal.ofBody("The body is not well-formed JSON.");
        }
    }

    private static String field(JsonMappingException mismatch) {
        return mismatch.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }
}
