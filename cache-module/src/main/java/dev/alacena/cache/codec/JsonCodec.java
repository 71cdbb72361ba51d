package dev.alacena.cache.codec;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.alacena.cache.engine.Codec;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Entry;
import dev.alacena.cache.engine.TextCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Values of one type as JSON, alone or in an {@link Envelope}. Thread-safe. */
final class JsonCodec implements Codec, TextCodec {
    private final ObjectReader reader;
    private final ObjectWriter writer;
    private final Form form;

    /**
     * What the codec goes by.
     *
     * @param shape of the type
     * @param nullable whether null is a value of the type
     * @param maxBytes of a payload
     */
    record Form(Shape shape, boolean nullable, int maxBytes) {}

    JsonCodec(ObjectReader reader, ObjectWriter writer, Form form) {
        this.reader = reader;
        this.writer = writer;
        this.form = form;
    }

    @Override
    public byte[] encode(Entry entry) throws CodecException {
        return new Envelope(fingerprint(), entry.tags(), entry.value() == null ? null : payload(entry.value())).seal();
    }

    @Override
    public Entry decode(byte[] bytes) throws CodecException {
        Envelope envelope = Envelope.open(bytes);
        if (!envelope.fingerprint().equals(fingerprint())) {
            throw new CodecException("of another type or version");
        }
        byte[] payload = envelope.payload();
        if (payload == null && !form.nullable()) {
            throw new CodecException("null for a primitive");
        }
        return new Entry(payload == null ? null : value(payload), envelope.tags());
    }

    @Override
    public String write(Object value) throws CodecException {
        return new String(payload(value), StandardCharsets.UTF_8);
    }

    @Override
    public Object read(String text) throws CodecException {
        return value(text.getBytes(StandardCharsets.UTF_8));
    }

    private Object value(byte[] payload) throws CodecException {
        try {
            Object value = reader.readValue(payload);
            if (value == null) {
                throw new CodecException("null without the flag of null");
            }
            return value;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new CodecException("not a value of this type", e);
        }
    }

    @Override
    public boolean immutable() {
        return form.shape().immutable();
    }

    @Override
    public String fingerprint() {
        return form.shape().fingerprint();
    }

    private byte[] payload(Object value) throws CodecException {
        BoundedOutput output = new BoundedOutput(form.maxBytes());
        try {
            writer.writeValue(output, value);
            return output.bytes();
        } catch (BoundedOutput.FullException e) {
            throw new CodecException(
                    "more than alacena.max-value-bytes=%d bytes of JSON".formatted(form.maxBytes()), e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // only the type: the messages of Jackson quote values
            throw new CodecException(value.getClass().getName() + " cannot be written as JSON", e);
        }
    }
}
