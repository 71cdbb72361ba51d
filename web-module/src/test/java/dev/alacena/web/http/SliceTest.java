package dev.alacena.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The links of a list lead through all of it and not past its ends. */
class SliceTest {

    @Test
    void theOnlyPartLinksToItself() {
        assertThat(new Slice(0, 10).links("/x", 3))
                .isEqualTo("</x?skip=0&limit=10>; rel=\"first\", </x?skip=0&limit=10>; rel=\"last\"");
        assertThat(new Slice(0, 10).links("/x", 0)).endsWith("</x?skip=0&limit=10>; rel=\"last\"");
    }

    @Test
    void aPartInTheMiddleLinksToBothSides() {
        assertThat(new Slice(15, 10).links("/x", 41))
                .contains("</x?skip=5&limit=10>; rel=\"prev\"")
                .contains("</x?skip=25&limit=10>; rel=\"next\"")
                .contains("</x?skip=40&limit=10>; rel=\"last\"");
    }

    @Test
    void thereIsNothingAfterTheEndAndNothingBeforeTheStart() {
        assertThat(new Slice(30, 10).links("/x", 40)).doesNotContain("next");
        assertThat(new Slice(5, 10).links("/x", 40)).contains("</x?skip=0&limit=10>; rel=\"prev\"");
        assertThat(new Slice(Integer.MAX_VALUE, 1000).links("/x", 40)).doesNotContain("next");
    }

    @Test
    void whatChoosesTheListStaysInItsLinks() {
        assertThat(new Slice(0, 10).links("/x?status=DONE", 11))
                .contains("</x?status=DONE&skip=10&limit=10>; rel=\"next\"");
    }
}
