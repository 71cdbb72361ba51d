package dev.alacena.cache.engine;

/** Values of one type as text. Thread-safe. */
public interface TextCodec {

    /** Text that {@link #read} restores. */
    String write(Object value) throws CodecException;

    /** What {@link #write} wrote; any other text is a {@link CodecException}. */
    Object read(String text) throws CodecException;

    /** As {@link Codec#fingerprint}. */
    String fingerprint();
}
