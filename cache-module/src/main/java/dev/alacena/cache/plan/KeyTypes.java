package dev.alacena.cache.plan;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which types can be part of a key, and how. */
final class KeyTypes {
    private static final Set<Class<?>> SCALARS = Set.of(
            String.class,
            Character.class,
            Boolean.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class,
            BigInteger.class,
            BigDecimal.class,
            UUID.class,
            URI.class,
            Locale.class,
            Currency.class);

    private KeyTypes() {}

    /** Types with one text for each value, and one value for each text. */
    static boolean scalar(Class<?> type) {
        return type.isPrimitive()
                || SCALARS.contains(type)
                || (Enum.class.isAssignableFrom(type) && type != Enum.class)
                || Date.class.isAssignableFrom(type)
                || ZoneId.class.isAssignableFrom(type)
                || (type.getPackageName().equals("java.time") && !type.isInterface());
    }

    /** Scalars that cannot change, and that are equal only if they make the same text. */
    static boolean tellsItself(Class<?> type) {
        return scalar(type) && !Date.class.isAssignableFrom(type) && type != URI.class;
    }

    /** Types that may turn out, or that are made of, something that can be part of a key. */
    static boolean possible(Class<?> type) {
        return scalar(type)
                || type == Object.class
                || type.isRecord()
                || type.isArray()
                || type == CharSequence.class
                || type == Number.class
                || type == Enum.class
                || type.getPackageName().startsWith("java.time")
                || Collection.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type)
                || type == Optional.class
                || type == Comparable.class
                || type == java.io.Serializable.class;
    }

    @SuppressWarnings("JavaUtilDate") // applications still have them, and those of java.sql know no toInstant
    static String text(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Timestamp timestamp) {
            return timestamp.toInstant().toString();
        }
        return value instanceof Date date ? Instant.ofEpochMilli(date.getTime()).toString() : value.toString();
    }

    /** Name of the class of a value; no two classes share it. */
    static String name(Object value) {
        Class<?> type = value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
        return type.getPackageName().startsWith("java.") && !type.isMemberClass()
                ? type.getSimpleName()
                : type.getName();
    }
}
