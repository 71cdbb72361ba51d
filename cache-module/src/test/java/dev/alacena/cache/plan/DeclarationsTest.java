package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import dev.alacena.api.Consistency;
import dev.alacena.api.UpdateCache;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Several annotations may speak of one cache as long as they agree. */
class DeclarationsTest {

    static class Agreeing {
        @Cached(cache = "users", key = "{id}", ttl = "PT5M")
        public Optional<String> find(long id) {
            return Optional.empty();
        }

        @Cached(cache = "users", key = "{id}", consistency = Consistency.BOUNDED)
        public CompletionStage<String> later(long id) {
            return CompletableFuture.completedStage("");
        }

        @UpdateCache(cache = "users", key = "{id}", ttl = "PT300S")
        public String change(long id) {
            return "";
        }
    }

    static class OtherTtl {
        @UpdateCache(cache = "users", key = "{id}", ttl = "PT6M")
        public String change(long id) {
            return "";
        }
    }

    static class OtherType {
        @Cached(cache = "users", key = "{id}")
        public List<String> all(long id) {
            return List.of();
        }
    }

    static class OtherTags {
        @UpdateCache(cache = "users", key = "{id}", tags = "user:{id}")
        public String change(long id) {
            return "";
        }
    }

    static class Unnamed {
        @Cached
        public String find(long id) {
            return "";
        }
    }

    @Test
    void whatOneDoesNotSayAnotherMay() {
        Planning planning = Planning.of(Agreeing.class);
        assertThat(planning.problems().found()).isEmpty();
        assertThat(planning.spaces().all()).singleElement().satisfies(space -> {
            assertThat(space.policy().times().ttl()).isEqualTo(Duration.ofMinutes(5));
            assertThat(space.policy().near()).isTrue();
            assertThat(space.codec().fingerprint()).isEqualTo("java.lang.String");
        });
    }

    @Test
    void allMethodsOfACacheShareItsSpace() {
        Planning planning = Planning.of(Agreeing.class);
        assertThat(planning.read(Agreeing.class, "find").space())
                .isSameAs(planning.read(Agreeing.class, "later").space());
    }

    @Test
    void aCacheWithoutANameIsNamedByClassAndMethod() {
        assertThat(Planning.of(Unnamed.class)
                        .read(Unnamed.class, "find")
                        .space()
                        .policy()
                        .cache())
                .isEqualTo("Unnamed.find");
    }

    @Test
    void twoTimesToLiveDisagree() {
        Refusal.of(Agreeing.class, OtherTtl.class)
                .is("ALA012", "cache users")
                .says(OtherTtl.class.getName() + ".change(long) says PT6M", "another cache");
    }

    @Test
    void twoTypesOfValuesDisagree() {
        Refusal.of(Agreeing.class, OtherType.class)
                .is("ALA012", "cache users")
                .says("type of the values", "another cache");
    }

    @Test
    void twoNumbersOfTagsDisagree() {
        Refusal.of(Agreeing.class, OtherTags.class).is("ALA012", "cache users").says("number of tags", "another cache");
    }
}
