package dev.alacena.cache.engine;

import java.lang.reflect.Type;
import java.util.List;

/** Makes codecs by the declared type of values. */
public interface Codecs {

    /**
     * The codec of a type; a type whose values cannot be restored from bytes, or may hold what must never be cached, is a
     * {@link CodecException} that says why.
     */
    Codec of(Type type) throws CodecException;

    /**
     * The ways to what must never be cached, such as {@code User.credentials.passwordHash}, the shortest first; empty where
     * there are none. A type that is marked itself is its own name.
     */
    List<String> neverCached(Type type);
}
