package dev.alacena.cache.plan;

import dev.alacena.api.NeverCache;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

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

    /** Records of which something must never be cached; declared types are looked at more closely, at deployment. */
    private static final ClassValue<Boolean> SECRET = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            Stream<AnnotatedElement> types = Stream.concat(Stream.of(type), Arrays.stream(type.getInterfaces()));
            Stream<AnnotatedElement> members = Arrays.stream(type.getRecordComponents())
                    .flatMap(component -> Stream.of(component, component.getAccessor()));
            return Stream.concat(types, members).anyMatch(each -> each.isAnnotationPresent(NeverCache.class));
        }
    };

    private KeyTypes() {}

    static boolean secret(Class<?> recordType) {
        return SECRET.get(recordType);
    }

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
