package dev.alacena.cache.plan;

import dev.alacena.cache.engine.Sweep;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes values into keys so that different values make different texts.
 *
 * <p>A value of a declared scalar type stands as it is, readable. Every other is tagged with what it is: {@code 'text'},
 * {@code 42}, {@code LocalDate'2026-01-31'}, {@code [1,2]}. Characters with a meaning in keys, templates or globs are
 * percent-encoded, and so are controls.
 */
public final class KeyText {
    /** Keys longer than this are shortened to their beginning and their SHA-256. */
    static final int MAX_LENGTH = 256;

    private static final String RESERVED = "%:{}/|,;=&#*?[]\\'()<> \"";
    private static final boolean[] MEANING = meaning();
    private static final String NULL = "%null";
    private static final Set<Class<?>> BARE =
            Set.of(Boolean.class, Byte.class, Short.class, Integer.class, Long.class, BigInteger.class);

    private KeyText() {}

    /** A value whose declared type is a scalar. */
    public static String plain(@Nullable Object value) {
        return value == null ? NULL : escape(KeyTypes.text(value));
    }

    /** A value whose declared type does not say what it is. */
    public static String tagged(@Nullable Object value) {
        try {
            return write(value);
        } catch (StackOverflowError e) {
            throw new IllegalArgumentException("a value that is nested too deep cannot be part of a key", e);
        }
    }

    private static String write(@Nullable Object value) {
        if (value == null) {
            return NULL;
        }
        if (value instanceof CharSequence || value instanceof Character) {
            return "'" + escape(value.toString()) + "'";
        }
        if (BARE.contains(value.getClass())) {
            return value.toString();
        }
        if (KeyTypes.scalar(value.getClass())) {
            return KeyTypes.name(value) + "'" + escape(KeyTypes.text(value)) + "'";
        }
        return composite(value);
    }

    /** A key from code: as the placeholder of a template would write it. */
    public static String of(Object key) {
        return bounded(KeyTypes.scalar(key.getClass()) ? plain(key) : tagged(key));
    }

    /** The key itself if it is short, else its beginning and its SHA-256. */
    public static String bounded(String key) {
        if (key.length() <= MAX_LENGTH) {
            return key;
        }
        return key.substring(0, Sweep.KEPT) + Sweep.SHORTENED + HexFormat.of().formatHex(sha256(key));
    }

    /** Whether the key of an entry can be this text. */
    public static boolean possible(String key) {
        return !key.isEmpty() && key.length() <= MAX_LENGTH && key.chars().noneMatch(KeyText::impossible);
    }

    private static boolean impossible(int c) {
        return c < ' ' || c == 0x7f || c == '{' || c == '}' || Character.isSurrogate((char) c);
    }

    /** Text that means nothing but itself in a key. */
    static String escape(String text) {
        int at = 0;
        while (at < text.length() && !reserved(text.charAt(at))) {
            at++;
        }
        return at == text.length() ? text : escaped(text);
    }

    private static boolean reserved(char c) {
        return c < MEANING.length ? MEANING[c] : Character.isSurrogate(c);
    }

    private static boolean[] meaning() {
        boolean[] meaning = new boolean[0x80];
        Arrays.fill(meaning, 0, ' ', true);
        meaning[0x7f] = true;
        RESERVED.chars().forEach(c -> meaning[c] = true);
        return meaning;
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (reserved(c)) {
                escaped.append(c < 0x100 ? "%%%02X".formatted((int) c) : "%%u%04X".formatted((int) c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static String composite(Object value) {
        if (value instanceof Optional<?> optional) {
            return "Optional(" + optional.map(KeyText::write).orElse("") + ")";
        }
        if (value instanceof Set<?> set) {
            return set.stream().map(KeyText::write).sorted().collect(Collectors.joining(",", "Set[", "]"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(KeyText::write).collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            Set<String> entries = new TreeSet<>();
            map.forEach((key, element) -> entries.add(write(key) + "=" + write(element)));
            return "Map[" + String.join(",", entries) + "]";
        }
        if (value.getClass().isArray()) {
            return IntStream.range(0, Array.getLength(value))
                    .mapToObj(i -> write(Array.get(value, i)))
                    .collect(Collectors.joining(",", "[", "]"));
        }
        if (value instanceof Record) {
            return record(value);
        }
        throw new IllegalArgumentException(value.getClass().getName() + " cannot be part of a key");
    }

    private static String record(Object value) {
        StringBuilder text = new StringBuilder(KeyTypes.name(value)).append('(');
        if (KeyTypes.secret(value.getClass())) {
            throw new IllegalArgumentException(
                    value.getClass().getName() + " has @NeverCache, so it is part of no key");
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            text.append(text.charAt(text.length() - 1) == '(' ? "" : ",")
                    .append(write(Accessor.of(component.getAccessor()).read(value)));
        }
        return text.append(')').toString();
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
