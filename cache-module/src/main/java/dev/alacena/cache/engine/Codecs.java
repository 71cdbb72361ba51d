package dev.alacena.cache.engine;

import java.lang.reflect.Type;

/** Makes codecs by the declared type of values. */
@FunctionalInterface
public interface Codecs {

    /** The codec of a type; a type whose values cannot be restored from bytes is a {@link CodecException} that says why. */
    Codec of(Type type) throws CodecException;
}
