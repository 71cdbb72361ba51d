package dev.alacena.cache.engine;

/** Values of one type as bytes. Thread-safe. */
public interface Codec {

    /** Bytes that {@link #decode} restores. */
    byte[] encode(Entry entry) throws CodecException;

    /** What {@link #encode} wrote; any other bytes, whatever they are, are a {@link CodecException}. */
    Entry decode(byte[] bytes) throws CodecException;

    /** Whether values may be shared between callers: nobody can change them. */
    boolean immutable();

    /** Text of eight hexadecimal digits that changes with the type of the values and with the format. */
    String fingerprint();
}
