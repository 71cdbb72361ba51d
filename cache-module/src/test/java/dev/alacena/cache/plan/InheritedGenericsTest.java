package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A method that is inherited from a generic class has the types that the bean has settled. */
class InheritedGenericsTest {

    abstract static class Repository<K, V> {
        @Cached(cache = "users", key = "{id}")
        public Optional<V> find(K id) {
            return Optional.empty();
        }

        @Cached(cache = "lists", key = "{ids}")
        public Map<K, List<V>> all(List<? extends K> ids) {
            return Map.of();
        }

        @Cached(cache = "arrays", key = "all")
        public V[] array(V[] witness) {
            return witness;
        }
    }

    abstract static class ByName<T> extends Repository<String, T> {}

    static class Users extends ByName<Integer> {}

    static class Bounded<N extends Comparable<N>> {
        @Cached(cache = "x", key = "{value}")
        public String find(N value) {
            return "";
        }
    }

    @Test
    void thePayloadIsOfTheSettledType() {
        assertThat(payload("find")).isEqualTo("java.lang.Integer");
        assertThat(payload("all")).isEqualTo("java.util.Map<java.lang.String, java.util.List<java.lang.Integer>>");
        assertThat(payload("array")).isEqualTo("java.lang.Integer[]");
    }

    @Test
    void theKeyIsOfTheSettledType() {
        assertThat(Planning.of(Users.class).key(Users.class, "find", "ana")).isEqualTo(KeyText.of("ana"));
    }

    @Test
    void anInheritedKeyMeetsThatOfAPlainMethod() {
        Planning plain = Planning.of(Plain.class, Users.class);
        assertThat(plain.problems().found()).isEmpty();
        assertThat(plain.key(Users.class, "find", "a b")).isEqualTo(plain.key(Plain.class, "byName", "a b"));
    }

    static class Plain {
        @Cached(cache = "users", key = "{name}")
        public Optional<Integer> byName(String name) {
            return Optional.empty();
        }
    }

    @Test
    void aVariableThatNobodySettledIsItsBound() {
        assertThat(Planning.of(Bounded.class).key(Bounded.class, "find", "a")).isEqualTo("'a'");
    }

    private static String payload(String method) {
        return Planning.of(Users.class)
                .plan(Users.class, method)
                .result()
                .payload()
                .getTypeName();
    }
}
