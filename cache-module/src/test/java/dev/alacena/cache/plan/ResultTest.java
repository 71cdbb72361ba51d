package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is stored of a result, and how it is given back. */
class ResultTest {

    interface Methods {
        String plain();

        Optional<String> optional();

        OptionalInt optionalInt();

        OptionalLong optionalLong();

        OptionalDouble optionalDouble();

        CompletionStage<Optional<String>> laterOptional();

        CompletableFuture<OptionalInt> laterInt();

        Optional<Optional<String>> twice();

        CompletionStage<Void> laterNothing();

        void nothing();

        @SuppressWarnings("rawtypes") // on purpose
        CompletionStage raw();
    }

    @Test
    void optionalsAreTakenOffAndPutOnAgain() {
        returnsAsBefore("optional", Optional.of("a"), "a");
        returnsAsBefore("optionalInt", OptionalInt.of(1), 1);
        returnsAsBefore("optionalLong", OptionalLong.of(1), 1L);
        returnsAsBefore("optionalDouble", OptionalDouble.of(1), 1.0);
        returnsAsBefore("plain", "a", "a");
    }

    @Test
    void anEmptyOptionalIsANullPayload() {
        returnsAsBefore("optional", Optional.empty(), null);
        returnsAsBefore("optionalInt", OptionalInt.empty(), null);
        returnsAsBefore("optionalLong", OptionalLong.empty(), null);
        returnsAsBefore("optionalDouble", OptionalDouble.empty(), null);
        returnsAsBefore("plain", null, null);
    }

    @Test
    void onlyTheOuterOptionalIsTakenOff() {
        returnsAsBefore("twice", Optional.of(Optional.empty()), Optional.empty());
        returnsAsBefore("twice", Optional.empty(), null);
        assertThat(result("twice").payload().getTypeName()).isEqualTo("java.util.Optional<java.lang.String>");
    }

    @Test
    void aNullWhereAnOptionalWasDeclaredIsAnEmptyOne() {
        assertThat(result("optional").unwrap(null)).isNull();
        assertThat(result("optional").wrap(null)).isEqualTo(Optional.empty());
    }

    @Test
    void aStageIsOfWhatItBrings() {
        assertThat(result("laterOptional").later()).isTrue();
        assertThat(result("laterOptional").payload()).isEqualTo(String.class);
        returnsAsBefore("laterOptional", Optional.of("a"), "a");
        assertThat(result("laterInt").payload()).isEqualTo(Integer.class);
        returnsAsBefore("laterInt", OptionalInt.of(1), 1);
        assertThat(result("plain").later()).isFalse();
    }

    @Test
    void nothingIsNothingAlsoWhenItComesLater() {
        assertThat(result("nothing").isVoid()).isTrue();
        assertThat(result("laterNothing").isVoid()).isTrue();
        assertThat(result("plain").isVoid()).isFalse();
    }

    @Test
    void aRawStageBringsAnything() {
        assertThat(result("raw").payload()).isEqualTo(Object.class);
    }

    private static void returnsAsBefore(String method, @Nullable Object returned, @Nullable Object payload) {
        assertThat(result(method).unwrap(returned)).isEqualTo(payload);
        assertThat(result(method).wrap(payload)).isEqualTo(returned);
    }

    private static Result result(String method) {
        return Result.of(Methods.class, Planning.method(Methods.class, method));
    }
}
