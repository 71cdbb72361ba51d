package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.CacheKey;
import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.NeverCache;
import dev.alacena.api.UpdateCache;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What is marked with {@code @NeverCache} gets neither into values nor into keys. */
class NeverCacheRefusalsTest {

    record User(long id, Credentials credentials) {}

    record Credentials(String name, @NeverCache String passwordHash) {}

    @NeverCache
    record Token(String text) {}

    record Card(long id, String name) {}

    static class Values {
        @Cached(cache = "users", key = "{id}")
        public List<User> find(long id) {
            return List.of();
        }

        @Cached(cache = "later", key = "{id}")
        public CompletionStage<Token> later(long id) {
            throw new UnsupportedOperationException();
        }

        @UpdateCache(cache = "users", key = "{id}")
        public List<User> change(long id) {
            return List.of();
        }

        @NeverCache
        @Cached(cache = "secrets", key = "{id}")
        public String secret(long id) {
            return "";
        }
    }

    static class ReadsMember {
        @Cached(cache = "a", key = "{user.credentials.passwordHash}")
        public String find(User user) {
            return "";
        }
    }

    static class ReadsWhole {
        @Cached(cache = "a", key = "{user.credentials}")
        public String find(User user) {
            return "";
        }
    }

    static class ReadsMarkedType {
        @Cached(cache = "a", key = "{token.text}")
        public String find(Token token) {
            return "";
        }
    }

    static class ReadsMarkedParameter {
        @Cached(cache = "a", key = "{name}:{password}")
        public String find(String name, @NeverCache String password) {
            return "";
        }
    }

    static class AllParameters {
        @Cached
        public String find(long id, List<Credentials> logins) {
            return "";
        }
    }

    static class MarkedParameter {
        @Cached
        public String find(@CacheKey long id, @CacheKey @NeverCache String password) {
            return "";
        }
    }

    static class InTags {
        @InvalidateCache(tags = "user:{user.credentials.passwordHash}")
        public void change(User user) {}
    }

    static class OfResult {
        @InvalidateCache(tags = "user:{result.credentials.passwordHash}")
        public User change(long id) {
            throw new UnsupportedOperationException();
        }
    }

    static class Harmless {
        @Cached(cache = "a", key = "{user.id}:{user.credentials.name}")
        public Card find(User user) {
            return new Card(1, "");
        }

        @Cached(cache = "b")
        public Card login(@CacheKey String name, @NeverCache String password) {
            return new Card(1, "");
        }

        @InvalidateCache(cache = "a", key = "{user.id}:{user.credentials.name}")
        public User renamed(User user) {
            return user;
        }
    }

    static class Anything {
        @Cached
        public String find(Object anything) {
            return "";
        }
    }

    @Test
    void everyResultThatReachesAMarkIsRefusedAtOnceWithTheWay() {
        assertThat(Planning.of(Values.class).problems().found())
                .extracting(problem -> problem.code() + " " + problem.place() + ": " + problem.cause())
                .map(text -> text.replace(Values.class.getName(), "Values"))
                .containsExactlyInAnyOrder(
                        "ALA025 Values.find(long): its result reaches what must never be cached: User.credentials.passwordHash",
                        "ALA025 Values.later(long): its result reaches what must never be cached: Token",
                        "ALA025 Values.change(long): its result reaches what must never be cached: User.credentials.passwordHash",
                        "ALA025 Values.secret(long): its result reaches what must never be cached: all of it");
    }

    @Test
    void aTemplateThatReadsAMarkedMemberIsRefused() {
        Refusal.of(ReadsMember.class)
                .is("ALA026", ReadsMember.class.getName() + ".find(User)")
                .says("{user.credentials.passwordHash} would bring", "such as an id");
    }

    @Test
    void aTemplateThatReadsSomethingWithAMarkedMemberIsRefused() {
        Refusal.of(ReadsWhole.class)
                .is("ALA026", ReadsWhole.class.getName() + ".find(User)")
                .says("into a key: Credentials.passwordHash", "such as an id");
    }

    @Test
    void aTemplateThatReadsAPropertyOfAMarkedTypeIsRefused() {
        Refusal.of(ReadsMarkedType.class)
                .is("ALA026", ReadsMarkedType.class.getName() + ".find(Token)")
                .says("{token.text} would bring", "such as an id");
    }

    @Test
    void aTemplateThatReadsAMarkedParameterIsRefused() {
        Refusal.of(ReadsMarkedParameter.class)
                .is("ALA026", ReadsMarkedParameter.class.getName() + ".find(String,String)")
                .says("{password} would bring", "such as an id");
    }

    @Test
    void aKeyOfAllParametersThatCanHoldSomethingMarkedIsRefused() {
        Refusal.of(AllParameters.class)
                .is("ALA026", AllParameters.class.getName() + ".find(long,List)")
                .says("parameter logins would bring", "such as an id");
    }

    @Test
    void aMarkedParameterInAKeyOfParametersIsRefused() {
        Refusal.of(MarkedParameter.class)
                .is("ALA026", MarkedParameter.class.getName() + ".find(long,String)")
                .says("parameter password would bring", "such as an id");
    }

    @Test
    void tagsAreKeysToo() {
        Refusal.of(InTags.class)
                .is("ALA026", InTags.class.getName() + ".change(User)")
                .says("{user.credentials.passwordHash} would bring", "such as an id");
    }

    @Test
    void theResultIsLookedAtAsParametersAre() {
        Refusal.of(OfResult.class)
                .is("ALA026", OfResult.class.getName() + ".change(long)")
                .says("{result.credentials.passwordHash} would bring", "such as an id");
    }

    @Test
    void whatStandsBesideAMarkMayBeInAKey() {
        Planning planning = Planning.of(Harmless.class);
        assertThat(planning.problems().found()).isEmpty();
        assertThat(planning.key(Harmless.class, "find", new User(7, new Credentials("ann", "hash"))))
                .isEqualTo("7:ann");
        assertThat(planning.key(Harmless.class, "login", "ann", "secret")).doesNotContain("secret");
    }

    @Test
    void whatOnlyTheCallShowsMakesNoKeyAndIsNotQuoted() {
        Planning planning = Planning.of(Anything.class);
        assertThat(planning.problems().found()).isEmpty();
        for (Object hidden : List.of(new Credentials("ann", "canary"), List.of(new Token("canary")))) {
            assertThatThrownBy(() -> planning.key(Anything.class, "find", hidden))
                    .hasMessageContaining("@NeverCache")
                    .hasMessageNotContaining("canary");
        }
    }

    @Test
    void codeIsRefusedKeysThatReachAMark() {
        Spaces spaces = Planning.of(Harmless.class).spaces();
        assertThatThrownBy(() -> spaces.checkKeys("a", User.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("User.credentials.passwordHash");
        spaces.checkKeys("a", Card.class);
    }
}
