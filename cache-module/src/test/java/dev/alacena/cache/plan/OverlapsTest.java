package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.UpdateCache;
import org.junit.jupiter.api.Test;

/** Methods may share keys where a key means the same thing to both. */
class OverlapsTest {

    static class ById {
        @Cached(cache = "users", key = "{id}")
        public String find(long id) {
            return "";
        }
    }

    static class ByBoxedId {
        @Cached(cache = "users", key = "{0}")
        public String load(Long userId) {
            return "";
        }

        @Cached(cache = "users", key = "name:{name}")
        public String byName(String name) {
            return "";
        }

        @Cached(cache = "other", key = "{name}")
        public String elsewhere(String name) {
            return "";
        }

        @InvalidateCache(cache = "users", key = "{id}")
        public void change(String id) {}
    }

    static class ByText {
        @Cached(cache = "users", key = "{text}")
        public String byText(String text) {
            return "";
        }
    }

    @Test
    void oneFormOfOneTypeIsShared() {
        Planning planning = Planning.of(ById.class, ByBoxedId.class);
        assertThat(planning.problems().found()).isEmpty();
        assertThat(planning.key(ById.class, "find", 7L)).isEqualTo(planning.key(ByBoxedId.class, "load", 7L));
    }

    @Test
    void oneFormOfTwoTypesIsRefused() {
        Refusal.of(ById.class, ByText.class)
                .is("ALA021", "cache users")
                .says("one key could mean two things", "begin one of the keys");
    }

    static class Tagged {
        @Cached(
                cache = "users",
                key = "{id}",
                tags = {"user:{id}", "all"})
        public String find(long id) {
            return "";
        }
    }

    static class TaggedInOtherWords {
        @UpdateCache(
                cache = "users",
                key = "{0}",
                tags = {"all", "user:{userId}"})
        public String change(long userId) {
            return "";
        }

        @Cached(
                cache = "users",
                key = "team:{team}",
                tags = {"all", "team:{team}"})
        public String ofTeam(long team) {
            return "";
        }
    }

    static class OtherwiseTagged {
        @Cached(
                cache = "users",
                key = "{id}",
                tags = {"member:{id}", "all"})
        public String find(long id) {
            return "";
        }
    }

    @Test
    void whoSharesAKeyNamesTheSameTags() {
        assertThat(Planning.of(Tagged.class, TaggedInOtherWords.class)
                        .problems()
                        .found())
                .isEmpty();
    }

    @Test
    void anEntryWithOtherTagsByTheMethodThatFillsItIsRefused() {
        Refusal.of(Tagged.class, OtherwiseTagged.class)
                .is("ALA012", "cache users")
                .says(OtherwiseTagged.class.getName() + ".find(long) says [member:{id}, all]", "make them equal");
    }

    @Test
    void aBrokenTemplateIsSaidOnce() {
        Refusal.of(Broken.class).is("ALA006", Broken.class.getName() + ".find(long)");
    }

    static class Broken {
        @Cached(key = "{id")
        public String find(long id) {
            return "";
        }
    }
}
