package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import dev.alacena.api.Consistency;
import dev.alacena.api.UpdateCache;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes in what an annotation says about a cache. */
class CacheRefusalsTest {

    static class Filled {
        @Cached(cache = "users", key = "{id}")
        public String find(long id) {
            return "";
        }
    }

    static class IllegalName {
        @Cached(cache = "a:b")
        public String find(long id) {
            return "";
        }
    }

    static class IllegalUpdate {
        @UpdateCache(cache = "", key = "{id}")
        public String change(long id) {
            return "";
        }
    }

    static class ZeroTtl {
        @Cached(ttl = "PT0S")
        public String find(long id) {
            return "";
        }
    }

    static class BoundedUsers {
        @Cached(cache = "users", key = "{id}", consistency = Consistency.BOUNDED)
        public String bounded(long id) {
            return "";
        }

        @Cached(cache = "users", key = "{id}", consistency = Consistency.STRICT)
        public String strict(long id) {
            return "";
        }
    }

    static class ByName {
        @Cached(cache = "users", key = "{name}")
        public String byName(String name) {
            return "";
        }
    }

    @Test
    void aNameWithASeparatorIsRefused() {
        Refusal.of(IllegalName.class)
                .is("ALA010", IllegalName.class.getName() + ".find(long)")
                .says("\"a:b\" is no name of a cache", "1 to 100 letters");
    }

    @Test
    void anUpdateWithoutTheNameOfACacheIsRefused() {
        Refusal.of(IllegalUpdate.class)
                .is("ALA010", IllegalUpdate.class.getName() + ".change(long)")
                .says("\"\" is no name of a cache", "1 to 100 letters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a/b", "ñ", "a{b}", "a*", "a\n"})
    void aNameThatCouldMeanSomethingInAKeyIsNone(String name) {
        assertThat(Spaces.legal(name)).isFalse();
        assertThat(Spaces.legal("x".repeat(101))).isFalse();
        assertThat(Spaces.legal("x".repeat(97) + "._-")).isTrue();
    }

    @Test
    void aDurationOfNothingIsRefused() {
        Refusal.of(ZeroTtl.class)
                .is("ALA011", ZeroTtl.class.getName() + ".find(long)")
                .says("\"PT0S\" is no duration from one millisecond to ten years", "PT5M");
    }

    @Test
    void declarationsThatDisagreeAreRefused() {
        Refusal.of(BoundedUsers.class)
                .is("ALA012", "cache users")
                .says("disagree about the consistency: " + BoundedUsers.class.getName(), "make them equal");
    }

    @Test
    void keysOfOneFormAndTwoTypesAreRefused() {
        Refusal.of(Filled.class, ByName.class)
                .is("ALA021", "cache users")
                .says(ByName.class.getName() + ".byName(String) has the key {name}", "email:{email}");
    }
}
