package dev.alacena.cache.plan;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.KeyGenerator;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mistakes in what an annotation takes out of a cache. */
class InvalidationRefusalsTest {

    static class Filled {
        @Cached(cache = "users", key = "{id}")
        public String find(long id) {
            return "";
        }
    }

    static class Vague {
        @InvalidateCache(cache = "users")
        public void change() {}
    }

    static class VagueBesideTags {
        @InvalidateCache(cache = "users", tags = "x")
        public void change() {}
    }

    static class Greedy {
        @InvalidateCache(cache = "users", key = "{id}", all = true)
        public void change(long id) {}
    }

    static class GreedyGenerator {
        @InvalidateCache(cache = "users", keyGenerator = Fixed.class, prefix = "x")
        public void change(long id) {}
    }

    static class Fixed implements KeyGenerator {
        @Override
        public String generate(Method method, List<@Nullable Object> arguments) {
            return "fixed";
        }
    }

    static class NoCache {
        @InvalidateCache(key = "{id}")
        public void change(long id) {}
    }

    static class UnknownCache {
        @InvalidateCache(cache = "user", key = "{id}")
        public void change(long id) {}
    }

    @Test
    void anInvalidationThatDoesNotSayWhatIsRefused() {
        Refusal.of(Filled.class, Vague.class)
                .is("ALA016", Vague.class.getName() + ".change()")
                .says("does not say what to take out", "all = true");
        Refusal.of(Filled.class, VagueBesideTags.class)
                .is("ALA016", VagueBesideTags.class.getName() + ".change()")
                .says("does not say what to take out", "all = true");
    }

    @Test
    void anInvalidationThatSaysTwoThingsIsRefused() {
        Refusal.of(Filled.class, Greedy.class)
                .is("ALA017", Greedy.class.getName() + ".change(long)")
                .says("more than one of key", "repeat the annotation");
        Refusal.of(Filled.class, GreedyGenerator.class)
                .is("ALA017", GreedyGenerator.class.getName() + ".change(long)")
                .says("more than one of key", "repeat the annotation");
    }

    @Test
    void aKeyWithoutTheNameOfItsCacheIsRefused() {
        Refusal.of(NoCache.class)
                .is("ALA018", NoCache.class.getName() + ".change(long)")
                .says("@InvalidateCache names no cache", "add cache");
    }

    @Test
    void aCacheThatNobodyFillsIsRefusedAndTheKnownOnesAreListed() {
        Refusal.of(Filled.class, UnknownCache.class)
                .is("ALA019", UnknownCache.class.getName() + ".change(long)")
                .says("nobody fills a cache \"user\"; known are [users]", "@UpdateCache");
    }
}
