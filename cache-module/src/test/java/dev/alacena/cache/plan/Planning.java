package dev.alacena.cache.plan;

import dev.alacena.api.Consistency;
import dev.alacena.api.KeyGenerator;
import dev.alacena.cache.codec.JsonCodecs;
import dev.alacena.cache.engine.Codec;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Entry;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.plan.MethodPlan.Target;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A deployment of some bean classes, without a container. */
record Planning(Plans plans, Spaces spaces, Problems problems) {
    /** No part of a plan is expected to fail. */
    static final Calls.Failures FAILING = (space, cause) -> {
        throw cause;
    };

    static Planning of(Class<?>... beans) {
        Problems problems = new Problems();
        Spaces spaces = new Spaces(new Named.Codecs(), Planning::policy);
        Planner planner = new Planner(spaces, Planning::generator, problems);
        for (Class<?> bean : beans) {
            planner.add(bean, methods(bean), false);
        }
        return new Planning(planner.plan(), spaces, problems);
    }

    /** The only mistake. */
    Problem problem() {
        List<Problem> found = problems.found();
        if (found.size() != 1) {
            throw new AssertionError("not one mistake but " + problems.text());
        }
        return found.get(0);
    }

    /** The key that {@code @Cached} makes of a call of the only method of this name. */
    String key(Class<?> bean, String method, @Nullable Object... arguments) {
        return read(bean, method).key().of(Invocation.of(arguments));
    }

    Target read(Class<?> bean, String method) {
        return Objects.requireNonNull(plan(bean, method).read(), problems::text);
    }

    MethodPlan plan(Class<?> bean, String method) {
        return plans.find(bean, method(bean, method));
    }

    static Method method(Class<?> bean, String name) {
        return methods(bean).stream()
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** As a container finds them: inherited ones too, those of the compiler not. */
    private static List<Method> methods(Class<?> bean) {
        return Stream.<Class<?>>iterate(bean, Objects::nonNull, Class::getSuperclass)
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> !method.isSynthetic())
                .toList();
    }

    private static Policy policy(String cache, @Nullable Duration ttl, Consistency consistency) {
        Duration life = Objects.requireNonNullElse(ttl, Duration.ofMinutes(1));
        return new Policy(cache, true, consistency == Consistency.BOUNDED, 1, new Policy.Times(life, life, life));
    }

    private static KeyGenerator generator(Class<? extends KeyGenerator> type) {
        try {
            return type.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A codec that only says of which type it is. */
    private record Named(String fingerprint) implements Codec {

        /** Looks for marks as production does. */
        private static final class Codecs implements dev.alacena.cache.engine.Codecs {
            private final JsonCodecs marks = new JsonCodecs(1);

            @Override
            public Codec of(Type type) throws CodecException {
                if (type == InputStream.class) {
                    throw new CodecException(
                            "stream: java.io.InputStream is alive, not data; return the data in a record");
                }
                return new Named(type.getTypeName());
            }

            @Override
            public List<String> neverCached(Type type) {
                return marks.neverCached(type);
            }
        }

        @Override
        public byte[] encode(Entry entry) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Entry decode(byte[] bytes) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean immutable() {
            return true;
        }
    }
}
