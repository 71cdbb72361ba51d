package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.alacena.api.NeverCache;
import dev.alacena.cache.engine.CodecException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must never be cached is found wherever a value can reach it. */
class NeverCacheTest {

    record Credentials(String name, @NeverCache String passwordHash) {}

    record User(long id, Credentials credentials) {}

    record Page<T>(List<T> items, int total) {}

    record Phantom<T>(long id) {
        boolean same(Phantom<T> other) {
            return id == other.id;
        }
    }

    @NeverCache
    interface Secret {}

    record Token(String text) implements Secret {}

    record Session(Token token, Map<Token, Long> uses) {}

    static class Account {
        @NeverCache
        private String pin = "";

        private String iban = "";

        @NeverCache
        public String getIban() {
            return iban;
        }

        public void setIban(String iban) {
            this.iban = iban;
        }

        public String pin() {
            return pin;
        }
    }

    static class Savings extends Account {}

    static class Made {
        public final String name;

        Made(@NeverCache String name) {
            this.name = name;
        }
    }

    record Hidden(@JsonIgnore @NeverCache String password, long id) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = Spy.class, name = "spy")
    })
    interface Animal {}

    record Cat(String name) implements Animal {}

    record Spy(String name, @NeverCache String trueName) implements Animal {}

    sealed interface Sealed permits Open, Closed {}

    record Open(String name) implements Sealed {}

    record Closed(@NeverCache String name) implements Sealed {}

    record Tree(@Nullable Tree left, @Nullable Tree right, @NeverCache String secret) {}

    static class Holder {
        public Innocent held = new Innocent();
    }

    static class Innocent {
        public String name = "";
    }

    static class Guilty extends Innocent {
        @NeverCache
        public String secret = "canary";
    }

    private static List<String> ways(Type type) {
        return new JsonCodecs(1000).neverCached(type);
    }

    private static List<String> ways(TypeReference<?> type) {
        return ways(type.getType());
    }

    @Test
    void aMarkedMemberIsFoundWithTheWayToIt() {
        assertThat(ways(User.class)).containsExactly("User.credentials.passwordHash");
        assertThat(ways(Credentials.class)).containsExactly("Credentials.passwordHash");
    }

    @Test
    void itIsFoundBehindGenericsCollectionsMapsArraysAndOptionals() {
        assertThat(ways(new TypeReference<Page<User>>() {})).containsExactly("Page.items.credentials.passwordHash");
        assertThat(ways(new TypeReference<Map<String, Optional<List<User>>>>() {}))
                .containsExactly("User.credentials.passwordHash");
        assertThat(ways(new TypeReference<Map<Credentials, String>>() {})).containsExactly("Credentials.passwordHash");
        assertThat(ways(User[].class)).containsExactly("User.credentials.passwordHash");
        assertThat(ways(new TypeReference<List<? extends User>>() {})).containsExactly("User.credentials.passwordHash");
    }

    @Test
    void aTypeArgumentThatNoMemberHasIsNoWay() {
        assertThat(ways(new TypeReference<Phantom<User>>() {})).isEmpty();
        assertThat(ways(Cat.class)).isEmpty();
        assertThat(ways(String.class)).isEmpty();
        assertThat(ways(int.class)).isEmpty();
        assertThat(ways(Object.class)).isEmpty();
    }

    @Test
    void aMarkedTypeStandsForItsSubtypes() {
        assertThat(ways(Token.class)).containsExactly("Token");
        assertThat(ways(Session.class)).containsExactly("Session.token");
    }

    @Test
    void fieldsGettersAndInheritedMembersCount() {
        assertThat(ways(Account.class)).containsExactly("Account.iban", "Account.pin");
        assertThat(ways(Savings.class)).containsExactly("Savings.iban", "Savings.pin");
        assertThat(ways(Made.class)).hasSize(1);
    }

    @Test
    void aMemberThatJsonLeavesOutCounts() {
        assertThat(ways(Hidden.class)).containsExactly("Hidden.password");
    }

    @Test
    void namedAndPermittedSubtypesCount() {
        assertThat(ways(new TypeReference<List<Animal>>() {})).containsExactly("Animal.trueName");
        assertThat(ways(Sealed.class)).containsExactly("Sealed.name");
    }

    @Test
    void aTypeThatHoldsItselfIsLookedAtOnce() {
        assertThat(ways(Tree.class)).containsExactly("Tree.secret");
    }

    @Test
    void thereIsNoCodecForSuchAType() {
        assertThatThrownBy(() -> Trip.of(User.class))
                .isInstanceOf(CodecException.class)
                .hasMessageContaining("User.credentials.passwordHash");
    }

    @Test
    void aMarkedSubclassInAnInnocentMemberIsNotWritten() throws CodecException {
        Trip trip = Trip.of(Holder.class);
        assertThat(trip.json(new Holder())).contains("name");
        Holder holder = new Holder();
        holder.held = new Guilty();
        assertThatThrownBy(() -> trip.bytes(holder))
                .isInstanceOf(CodecException.class)
                .hasMessageNotContaining("canary");
    }
}
