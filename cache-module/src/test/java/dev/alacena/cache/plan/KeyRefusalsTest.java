package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.CacheKey;
import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.KeyGenerator;
import dev.alacena.api.UpdateCache;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mistakes in how a key is to be made. */
class KeyRefusalsTest {

    static class Unusable {
        @Cached
        public String find(Thread thread) {
            return "";
        }
    }

    static class TwoRecipes {
        @Cached(key = "{id}", keyGenerator = Fixed.class)
        public String find(long id) {
            return "";
        }
    }

    static class Fixed implements KeyGenerator {
        @Override
        public String generate(java.lang.reflect.Method method, java.util.List<@Nullable Object> arguments) {
            return "fixed";
        }
    }

    static class NoGenerator {
        @Cached(keyGenerator = AbstractGenerator.class)
        public String find(long id) {
            return "";
        }
    }

    abstract static class AbstractGenerator implements KeyGenerator {}

    static class IdleCacheKey {
        @Cached(key = "{id}")
        public String find(@CacheKey long id) {
            return "";
        }
    }

    @Test
    void aParameterThatCannotBePartOfAKeyIsRefused() {
        Refusal.of(Unusable.class)
                .is("ALA014", Unusable.class.getName() + ".find(Thread)")
                .says("parameter thread of type java.lang.Thread", "@CacheKey");
    }

    @Test
    void aTemplateAndAGeneratorAreRefused() {
        Refusal.of(TwoRecipes.class)
                .is("ALA008", TwoRecipes.class.getName() + ".find(long)")
                .says("both key and keyGenerator", "keep one");
    }

    @Test
    void aGeneratorThatCannotBeMadeIsRefused() {
        Refusal.of(NoGenerator.class)
                .is("ALA022", NoGenerator.class.getName() + ".find(long)")
                .says(AbstractGenerator.class.getName() + " cannot be made", "public constructor");
    }

    static class MarkedWithoutCache {
        public String find(@CacheKey long id) {
            return "";
        }
    }

    static class MarkedForRightReason {
        @Cached(cache = "marked")
        @InvalidateCache(cache = "marked", key = "{0}")
        public String find(@CacheKey long id, long time) {
            return "";
        }
    }

    static class UpdateWithoutKey {
        @UpdateCache(cache = "updated")
        public String change(long id) {
            return "";
        }
    }

    @Test
    void aCacheKeyOnAMethodThatIsNotCachedIsRefused() {
        Refusal.of(MarkedWithoutCache.class)
                .is("ALA009", MarkedWithoutCache.class.getName() + ".find(long)")
                .says("without @Cached", "remove it");
    }

    @Test
    void anInvalidationBesideMarkedParametersIsNoMistake() {
        assertThat(Planning.of(MarkedForRightReason.class).problems().found()).isEmpty();
    }

    @Test
    void anUpdateThatDoesNotSayOfWhatIsRefused() {
        Refusal.of(UpdateWithoutKey.class)
                .is("ALA023", UpdateWithoutKey.class.getName() + ".change(long)")
                .says("which entry", "give the key");
    }

    @Test
    void aCacheKeyBesideATemplateIsRefused() {
        Refusal.of(IdleCacheKey.class)
                .is("ALA009", IdleCacheKey.class.getName() + ".find(long)")
                .says("@CacheKey has no effect", "remove it");
    }
}
