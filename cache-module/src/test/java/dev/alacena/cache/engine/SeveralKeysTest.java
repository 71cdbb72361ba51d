package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A write of several keys goes on when it knows of each of them what became of its fence. */
class SeveralKeysTest {
    private final Kitchen kitchen = Kitchen.open();
    private final Space space = Kitchen.space(String.class, false);
    private final Request first = Kitchen.request(space, "1");
    private final Request second = Kitchen.request(space, "2");
    private final Changes both = Kitchen.keys(first).and(Kitchen.keys(second));
    private final AtomicReference<String> database = new AtomicReference<>("v1");
    private volatile boolean over;

    @AfterEach
    void end() {
        over = true;
    }

    /** How the store raises and lowers the fence of the second key. */
    private interface Step {
        CompletionStage<?> take(String operation, Object[] arguments);
    }

    private Kitchen node(Step step) {
        return Kitchen.open(
                ignored -> Told.before(kitchen.store, (operation, arguments) -> {
                    boolean meant = operation.equals("raise") || operation.equals("lower");
                    return meant && second.key().equals(arguments[0]) ? step.take(operation, arguments) : null;
                }),
                kitchen.time);
    }

    /** Raised by another thread, once this one waits for it. */
    private CompletionStage<?> raisedWhen(Thread waits, Object[] arguments) {
        CompletableFuture<Boolean> raised = new CompletableFuture<>();
        Thread server = new Thread(() -> {
            while (waits.getState() != Thread.State.WAITING && !over) {
                Thread.onSpinWait();
            }
            kitchen.store.raise(second.key(), (String) arguments[1], (Duration) arguments[2], false);
            raised.complete(true);
        });
        server.setDaemon(true);
        server.start();
        return raised;
    }

    private boolean fenced(Request request) {
        Store.Lease lease = new Store.Lease("probe", Kitchen.LEASE, null, Duration.ZERO);
        return kitchen.store
                        .claim(request.key(), lease)
                        .toCompletableFuture()
                        .join()
                        .answer()
                == Store.Answer.FENCED;
    }

    private Object read(Kitchen node, Request request) throws Exception {
        return node.engine().get(request, database::get);
    }

    @Test
    void r33AWriteGoesOnWhenAllItsFencesStand() {
        Thread writer = Thread.currentThread();
        Kitchen node = node((operation, arguments) -> raisedWhen(writer, arguments));
        node.writes().raise(node.writes().writer(), both);
        assertThat(fenced(first)).isTrue();
        assertThat(fenced(second)).isTrue();
    }

    @Test
    void r33AKeyWhoseFenceCannotBeReachedKeepsNoOtherFromItsOwn() throws Exception {
        Kitchen node = node((operation, arguments) -> CompletableFuture.failedStage(new TimeoutException("away")));
        read(node, first);
        read(node, second);
        Fence fence = node.writes().writer();
        node.writes().raise(fence, both);
        assertThat(fenced(first)).isTrue();
        database.set("v2");
        node.writes().committed(fence, both, Map.of());
        assertThat(read(kitchen, first)).isEqualTo("v2");
        assertThat(read(node, second)).isEqualTo("v2");
        node.later.forEach(Runnable::run);
        assertThat(read(kitchen, second)).isEqualTo("v2");
    }
}
