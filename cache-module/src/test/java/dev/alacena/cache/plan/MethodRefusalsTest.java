package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.UpdateCache;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

/** Mistakes in where an annotation stands. */
class MethodRefusalsTest {

    @Cached
    static class OnClass {}

    @InvalidateCache(cache = "a", all = true)
    @InvalidateCache(cache = "b", all = true)
    static class TwiceOnClass {}

    static class Private {
        @Cached
        @SuppressWarnings({"unused", "EffectivelyPrivate", "UnusedMethod"}) // read by the planner
        private String find(long id) {
            return "" + id;
        }
    }

    static class Static {
        @Cached
        public static String find(long id) {
            return "" + id;
        }
    }

    static class Final {
        @InvalidateCache(tags = "x")
        public final void change() {}
    }

    static class Nothing {
        @Cached
        public void find(long id) {}
    }

    static class NothingToLeave {
        @UpdateCache(cache = "x", key = "{id}")
        public void change(long id) {}
    }

    static class Stream {
        @Cached
        public InputStream open(long id) {
            return InputStream.nullInputStream();
        }
    }

    @Test
    void anAnnotationOnAClassIsRefused() {
        Refusal.of(OnClass.class)
                .is("ALA001", OnClass.class.getName())
                .says("@Cached is on a class", "put it on the methods");
    }

    @Test
    void aRepeatedAnnotationOnAClassIsRefused() {
        Refusal.of(TwiceOnClass.class)
                .is("ALA001", TwiceOnClass.class.getName())
                .says("@InvalidateCache is on a class", "put it on the methods");
    }

    @Test
    void aPrivateMethodIsRefused() {
        Refusal.of(Private.class)
                .is("ALA002", Private.class.getName() + ".find(long)")
                .says("on a private method", "remove 'private'");
    }

    @Test
    void aStaticMethodIsRefused() {
        Refusal.of(Static.class)
                .is("ALA002", Static.class.getName() + ".find(long)")
                .says("on a static method", "remove 'static'");
    }

    @Test
    void aFinalMethodIsRefused() {
        Refusal.of(Final.class)
                .is("ALA002", Final.class.getName() + ".change()")
                .says("on a final method", "remove 'final'");
    }

    @Test
    void aMethodThatReturnsNothingIsRefused() {
        Refusal.of(Nothing.class)
                .is("ALA003", Nothing.class.getName() + ".find(long)")
                .says("@Cached on a method that returns nothing", "return what is to be cached");
        Refusal.of(NothingToLeave.class)
                .is("ALA003", NothingToLeave.class.getName() + ".change(long)")
                .says("@UpdateCache on a method that returns nothing", "use @InvalidateCache");
    }

    @Test
    void aResultThatCannotBeRestoredIsRefused() {
        Refusal.of(Stream.class)
                .is("ALA013", Stream.class.getName() + ".open(long)")
                .says("java.io.InputStream is alive", "return the data in a record");
    }

    @Test
    void allMistakesAreSaidAtOnce() {
        Planning planning = Planning.of(
                OnClass.class,
                Private.class,
                Nothing.class,
                KeyRefusalsTest.Unusable.class,
                KeyRefusalsTest.TwoRecipes.class);
        assertThat(planning.problems().found())
                .extracting(Problem::code)
                .containsExactlyInAnyOrder("ALA001", "ALA002", "ALA003", "ALA014", "ALA008");
        assertThat(planning.problems().text()).startsWith("Alacena refuses this deployment, 5 mistakes:");
        assertThat(planning.problems().text().lines().skip(1)).isSorted().allMatch(line -> line.contains(" Cure: "));
    }
}
