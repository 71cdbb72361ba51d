package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A store is tried again until it answers, whatever an attempt throws. */
class InsistenceTest {
    private final Kitchen other = Kitchen.open();
    private final Switched link = new Switched();
    private final Kitchen kitchen =
            Kitchen.open(ignored -> Told.before(link.between(other.store), this::hear), other.time, link);
    private final Request request = Kitchen.request(Kitchen.space(String.class, false), "42");
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicBoolean refusing = new AtomicBoolean();

    private @Nullable Object hear(String operation, Object @Nullable [] arguments) {
        if (operation.equals("probe") && broken.getAndSet(false)) {
            throw new NoClassDefFoundError("of the client");
        }
        return operation.equals("invalidate") && refusing.get()
                ? CompletableFuture.failedStage(new IllegalStateException("refused"))
                : null;
    }

    private void attempt() {
        Runnable next = kitchen.later.poll();
        assertThat(next).isNotNull();
        assertThatCode(next::run).doesNotThrowAnyException();
    }

    private void breakIt() throws Exception {
        link.away(true);
        for (int i = 0; i < 3; i++) {
            kitchen.engine().get(request, () -> "v1");
        }
        assertThat(link.open()).isTrue();
        link.away(false);
    }

    @Test
    void anErrorOfTheClientEndsOneAttemptOnly() throws Exception {
        breakIt();
        broken.set(true);
        attempt();
        assertThat(link.open()).isTrue();
        attempt();
        assertThat(link.open()).isFalse();
    }

    @Test
    void aBreakerThatThrowsWhenItIsClosedEndsNothingWhileSomethingIsUnsent() throws Exception {
        breakIt();
        kitchen.write(Kitchen.keys(request), () -> {});
        refusing.set(true);
        link.afterNextClose(() -> {
            throw new IllegalStateException("of the breaker");
        });
        while (link.open()) {
            attempt();
        }
        refusing.set(false);
        attempt();
        assertThat(kitchen.cupboard.recovery().unconfirmed()).isZero();
    }

    @Test
    void aBreakerThatThrowsInsteadOfClosingIsClosedByTheNextAttempt() throws Exception {
        breakIt();
        link.beforeNextClose(() -> {
            throw new IllegalStateException("of the breaker");
        });
        attempt();
        assertThat(link.open()).isTrue();
        attempt();
        assertThat(link.open()).isFalse();
        assertThat(kitchen.later).isEmpty();
    }
}
