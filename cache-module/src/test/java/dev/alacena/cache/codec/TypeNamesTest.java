package dev.alacena.cache.codec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import dev.alacena.cache.engine.CodecException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No annotation makes bytes name classes. */
class TypeNamesTest {

    @JsonTypeInfo(use = JsonTypeInfo.Id.CLASS)
    record ByClass(String name) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.MINIMAL_CLASS)
    interface Minimal {}

    record Inheriting(String name) implements Minimal {}

    record Naming(@JsonTypeInfo(use = JsonTypeInfo.Id.CLASS) Plain plain) {}

    record Plain(String name) {}

    record Holding(List<ByClass> all) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes({@JsonSubTypes.Type(Circle.class), @JsonSubTypes.Type(Square.class)})
    sealed interface Shape {}

    record Circle(double radius) implements Shape {}

    record Square(double side) implements Shape {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    interface Nameless {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
    @JsonSubTypes(@JsonSubTypes.Type(Leaking.class))
    interface Leaky {}

    record Leaking(Object anything) implements Leaky {}

    @Test
    void anAnnotatedClassIsRefused() {
        assertThat(Trip.refusal(ByClass.class))
                .contains("its @JsonTypeInfo writes names of classes; use JsonTypeInfo.Id.NAME");
        assertThat(Trip.refusal(Holding.class)).contains("Holding.all: its @JsonTypeInfo");
    }

    @Test
    void anInheritedAnnotationIsRefused() {
        assertThat(Trip.refusal(Inheriting.class)).contains("its @JsonTypeInfo");
    }

    @Test
    void anAnnotatedPropertyIsRefused() {
        assertThat(Trip.refusal(Naming.class)).contains("Naming.plain: its @JsonTypeInfo");
    }

    @Test
    void namesOfListedSubtypesAreFine() throws CodecException {
        Trip.of(Shape.class).keeps(new Circle(1));
        Trip.of(new TypeReference<List<Shape>>() {}).keeps(List.of(new Circle(1), new Square(2)));
    }

    @Test
    void namesOfSubtypesThatNobodyListedAreRefused() {
        assertThat(Trip.refusal(Nameless.class)).contains("Nameless is abstract");
    }

    @Test
    void subtypesAreLookedAtToo() {
        assertThat(Trip.refusal(Leaky.class)).contains("its type does not say what to restore");
    }
}
