package dev.alacena.cache.plan;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.api.UpdateCache;
import org.junit.jupiter.api.Test;

/** Templates that read a result where there is none. */
class ResultRefusalsTest {

    static class ResultTooEarly {
        @Cached(key = "{result}")
        public String find(long id) {
            return "";
        }
    }

    static class ResultOfNothing {
        @InvalidateCache(tags = "user:{result.id}")
        public void change(long id) {}
    }

    static class ResultInTags {
        @UpdateCache(cache = "x", key = "{id}", tags = "user:{result}")
        public String change(long id) {
            return "";
        }
    }

    @Test
    void theResultIsRefusedInTheKeyOfARead() {
        Refusal.of(ResultTooEarly.class)
                .is("ALA015", ResultTooEarly.class.getName() + ".find(long)")
                .says("which is not known before the method has run", "use the parameters");
    }

    @Test
    void theResultOfAVoidMethodIsRefused() {
        Refusal.of(ResultOfNothing.class)
                .is("ALA015", ResultOfNothing.class.getName() + ".change(long)")
                .says("but the method returns nothing", "use the parameters");
    }

    @Test
    void theResultIsRefusedInTheTagsOfAnUpdate() {
        Refusal.of(ResultInTags.class)
                .is("ALA015", ResultInTags.class.getName() + ".change(long)")
                .says("but tags are read before the method runs", "use the parameters");
    }
}
