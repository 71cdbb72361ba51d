package dev.alacena.cache.engine;

/** A value that cannot be written, or bytes that cannot be read. */
public final class CodecException extends Exception {
    private static final long serialVersionUID = 1;

    public CodecException(String message) {
        super(message);
    }

    public CodecException(String message, Throwable cause) {
        super(message, cause);
    }
}
