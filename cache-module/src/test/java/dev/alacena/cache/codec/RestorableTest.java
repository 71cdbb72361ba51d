package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.AbstractList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Types whose values cannot be given back are refused, with the cause and the cure, wherever they hide. */
class RestorableTest {

    @Entity
    static class User {
        @Id
        public long id;
    }

    interface Shape {}

    record Hidden(String name, List<Map<String, User>> users) {}

    record Vague(Object anything) {}

    static final class Closed {
        public final String name;

        Closed(String name, int other) {
            this.name = name + other;
        }
    }

    /** A list that nobody but its own code can make. */
    static final class Fixed extends AbstractList<String> {
        private final String only;

        Fixed(String only, int other) {
            this.only = only + other;
        }

        @Override
        public String get(int index) {
            return only;
        }

        @Override
        public int size() {
            return 1;
        }
    }

    @Test
    void whatIsAliveIsRefused() {
        for (Class<?> type : List.of(
                InputStream.class, Stream.class, Iterator.class, CompletableFuture.class, Thread.class, Class.class)) {
            assertThat(Trip.refusal(type)).contains(type.getName() + " is alive", "; return the data in a record");
        }
        assertThat(Trip.refusal(new TypeReference<List<Stream<String>>>() {}))
                .contains("java.util.stream.Stream is alive");
    }

    @Test
    void exceptionsAreRefused() {
        assertThat(Trip.refusal(IllegalStateException.class)).contains("java.lang.IllegalStateException is alive");
    }

    @Test
    void answersOfHttpAreRefused() {
        assertThat(Trip.refusal(Response.class)).contains("jakarta.ws.rs.core.Response is alive");
    }

    @Test
    void entitiesAreRefusedWhereverTheyHide() {
        assertThat(Trip.refusal(User.class)).contains("is an entity; return a record");
        assertThat(Trip.refusal(new TypeReference<Optional<User>>() {})).contains("is an entity");
        assertThat(Trip.refusal(Hidden.class)).contains("Hidden.users: " + User.class.getName() + " is an entity");
    }

    @Test
    void typesThatSayNothingAreRefused() {
        assertThat(Trip.refusal(Object.class)).contains("does not say what to restore; declare the type");
        assertThat(Trip.refusal(Vague.class)).contains("Vague.anything: its type does not say");
        assertThat(Trip.refusal(List.class)).contains("does not say");
        assertThat(Trip.refusal(new TypeReference<Map<String, ?>>() {})).contains("does not say");
        assertThat(Trip.refusal(void.class)).contains("does not say");
    }

    @Test
    void abstractTypesAreRefused() {
        assertThat(Trip.refusal(Shape.class)).contains(Shape.class.getName() + " is abstract; return a record");
        assertThat(Trip.refusal(new TypeReference<Collection<Shape>>() {})).contains("is abstract");
        assertThat(Trip.refusal(Comparable.class)).contains("is abstract");
    }

    @Test
    void classesThatCannotBeMadeAreRefused() {
        assertThat(Trip.refusal(Closed.class)).contains("Closed", "; return a record, or give the class a constructor");
        assertThat(Trip.refusal(Fixed.class)).contains("Fixed", "; return a record, or give the class a constructor");
    }
}
