package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mistakes in a template. */
class TemplateRefusalsTest {

    record Filter(String status) {}

    static class UnknownName {
        @Cached(key = "{ident}")
        public String find(long id, Filter filter) {
            return "";
        }
    }

    static class UnknownProperty {
        @Cached(key = "{filter.state}")
        public String find(Filter filter) {
            return "";
        }
    }

    static class Malformed {
        @Cached(key = "{id", tags = "user:{}")
        public String find(long id) {
            return "";
        }
    }

    static class Unseparated {
        @Cached(key = "{a}-{b}")
        public String find(String a, String b) {
            return "";
        }
    }

    static class UnusablePlaceholder {
        @Cached(key = "{thread}")
        public String find(Thread thread) {
            return "";
        }
    }

    static class Many {
        public String find(long id, Filter filter) {
            return "";
        }
    }

    @Test
    void anUnknownNameIsRefusedAndTheKnownOnesAreListed() {
        Refusal.of(UnknownName.class)
                .is("ALA004", UnknownName.class.getName() + ".find(long,Filter)")
                .says("\"{ident}\" names {ident}, which is none of [0, 1, filter, id]", "-parameters");
    }

    @Test
    void anUnknownPropertyIsRefused() {
        Refusal.of(UnknownProperty.class)
                .is("ALA005", UnknownProperty.class.getName() + ".find(Filter)")
                .says("reads 'state', which " + Filter.class.getName() + " does not have", "record component");
    }

    @Test
    void bracesThatDoNotMatchAreRefusedInKeysAndTags() {
        List<Problem> found = Planning.of(Malformed.class).problems().found();
        assertThat(found).extracting(Problem::code).containsExactly("ALA006", "ALA006");
        assertThat(found).extracting(Problem::place).containsOnly(Malformed.class.getName() + ".find(long)");
        assertThat(found.get(0).cause())
                .isEqualTo("template \"{id\" has a brace too many or too few, or an empty placeholder");
        assertThat(found.get(0).cure()).contains("placeholders such as {id}");
    }

    @Test
    void placeholdersThatNothingTellsApartAreRefused() {
        Refusal.of(Unseparated.class)
                .is("ALA007", Unseparated.class.getName() + ".find(String,String)")
                .says("nothing tells {a} from {b}", "put one of : / | , ; = & # between");
    }

    @Test
    void aPlaceholderThatCannotBePartOfAKeyIsRefused() {
        Refusal.of(UnusablePlaceholder.class)
                .is("ALA014", UnusablePlaceholder.class.getName() + ".find(Thread)")
                .says("{thread} of type java.lang.Thread", "name the parts of the key");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "}",
                "{}",
                "}{",
                "{id}}",
                "{{id}}",
                "{id",
                "id}",
                "{ }",
                "{.}",
                "{id.}",
                "{filter.}",
                "{filter..status}",
                "{.id}",
                "{filter.status.}",
                "{2}",
                "{-1}",
                "{0}{1}",
                "{filter.status }{id}",
                "{ID}",
                "{class}"
            })
    void aTemplateThatMeansNothingIsAProblemNeverAnException(String text) {
        Problems problems = new Problems();
        Declared declared = new Declared(Many.class, Planning.method(Many.class, "find"), false);
        Scope scope = Scope.of(declared, "here");
        assertThat(new Template("place", text, problems).compile(scope)).isNull();
        assertThat(new ArrayList<>(problems.found())).hasSize(1);
    }
}
