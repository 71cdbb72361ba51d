package dev.alacena.cache.codec;

import dev.alacena.cache.engine.CodecException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a payload: magic {@code AL}, format (1 byte), flags (1 byte), fingerprint (8 bytes ASCII), number of
 * tags (1 byte) and for each the length of its name (2 bytes), its name in UTF-8 and its version (8 bytes), CRC-32C of all
 * before and behind it (4 bytes), length of the payload (4 bytes), payload. Numbers are big-endian.
 *
 * @param fingerprint of the type of the value
 * @param tags version by name, at most {@value #MAX_TAGS}
 * @param payload null stands for a stored null
 */
record Envelope(String fingerprint, Map<String, Long> tags, byte @Nullable [] payload) {
    static final int MAX_TAGS = 255;

    private static final short MAGIC = 'A' << 8 | 'L';
    static final byte FORMAT = 1;
    private static final byte FLAG_NULL = 1;
    private static final int FIXED = 2 + 1 + 1 + 8 + 1 + 4 + 4;
    private static final int PER_TAG = 2 + 8;

    byte[] seal() throws CodecException {
        if (tags.size() > MAX_TAGS) {
            throw new CodecException("more than %d tags".formatted(MAX_TAGS));
        }
        byte[] body = payload == null ? new byte[0] : payload;
        List<Tag> names = new ArrayList<>();
        int size = FIXED + body.length;
        for (Map.Entry<String, Long> tag : tags.entrySet()) {
            byte[] name = tag.getKey().getBytes(StandardCharsets.UTF_8);
            if (name.length > Short.MAX_VALUE) {
                throw new CodecException("a tag of more than %d bytes".formatted(Short.MAX_VALUE));
            }
            names.add(new Tag(name, tag.getValue()));
            size += PER_TAG + name.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putShort(MAGIC).put(FORMAT).put(payload == null ? FLAG_NULL : 0);
        out.put(fingerprint.getBytes(StandardCharsets.US_ASCII)).put((byte) names.size());
        names.forEach(
                tag -> out.putShort((short) tag.name().length).put(tag.name()).putLong(tag.version()));
        int at = out.position();
        out.putInt(0).putInt(body.length).put(body);
        byte[] sealed = out.array();
        out.putInt(at, checksum(sealed, at));
        return sealed;
    }

    private record Tag(byte[] name, long version) {}

    static Envelope open(byte[] bytes) throws CodecException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (in.getShort() != MAGIC || in.get() != FORMAT) {
                throw new CodecException("not an entry of Alacena in format " + FORMAT);
            }
            byte flags = in.get();
            String fingerprint = text(in, 8);
            Map<String, Long> tags = tags(in);
            byte[] payload = payload(bytes, in);
            if (flags < 0 || flags > FLAG_NULL || (flags == FLAG_NULL && payload.length > 0)) {
                throw new CodecException("with flags that mean nothing");
            }
            return new Envelope(fingerprint, tags, flags == FLAG_NULL ? null : payload);
        } catch (BufferUnderflowException e) {
            throw new CodecException("cut short", e);
        }
    }

    private static Map<String, Long> tags(ByteBuffer in) throws CodecException {
        int count = Byte.toUnsignedInt(in.get());
        if (count == 0) {
            return Map.of();
        }
        Map<String, Long> tags = new HashMap<>();
        for (; count > 0; count--) {
            tags.put(text(in, in.getShort()), in.getLong());
        }
        return tags;
    }

    private static byte[] payload(byte[] bytes, ByteBuffer in) throws CodecException {
        int at = in.position();
        int checksum = in.getInt();
        if (in.getInt() != in.remaining()) {
            throw new CodecException("of another length than it says");
        }
        if (checksum(bytes, at) != checksum) {
            throw new CodecException("damaged");
        }
        byte[] payload = new byte[in.remaining()];
        in.get(payload);
        return payload;
    }

    private static String text(ByteBuffer in, int length) throws CodecException {
        if (length < 0 || length > in.remaining()) {
            throw new CodecException("cut short");
        }
        byte[] name = new byte[length];
        in.get(name);
        return new String(name, StandardCharsets.UTF_8);
    }

    /** Of everything but itself. */
    private static int checksum(byte[] bytes, int at) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, at);
        crc.update(bytes, at + Integer.BYTES, bytes.length - at - Integer.BYTES);
        return (int) crc.getValue();
    }
}
