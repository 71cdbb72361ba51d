package dev.alacena.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.domain.precondition.Precondition;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Entity tags tell what has changed. */
class EntityTagsTest {

    private static final String ONE = EntityTags.of("{\"name\":\"one\"}".getBytes(StandardCharsets.UTF_8));

    private record Thing(String name) {}

    @Test
    void theTagIsThatOfTheAnswer() {
        assertThat(EntityTags.expected(ONE).holds(new Thing("one"))).isTrue();
        assertThat(EntityTags.expected(ONE).holds(new Thing("two"))).isFalse();
        assertThat(EntityTags.expected("\"other\" , " + ONE).holds(new Thing("one")))
                .isTrue();
    }

    @Test
    void weakTagsDoNotMatchStrongly() {
        assertThat(EntityTags.expected("W/" + ONE).holds(new Thing("one"))).isFalse();
        assertThat(EntityTags.known("W/" + ONE, ONE)).isTrue();
    }

    @Test
    void withoutTheHeaderAnythingIsExpected() {
        assertThat(EntityTags.expected(null)).isSameAs(Precondition.NONE);
        assertThat(EntityTags.expected("*")).isSameAs(Precondition.NONE);
        assertThat(EntityTags.known(null, ONE)).isFalse();
        assertThat(EntityTags.known("*", ONE)).isTrue();
    }
}
