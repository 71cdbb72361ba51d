package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A write that has returned holds on its own node, whether it was interrupted, timed out, or takes long. */
class OwnWritesTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final CompletableFuture<Void> answer = new CompletableFuture<>();
    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private final Kitchen kitchen = Kitchen.open(this::between);
    private final Space space = Kitchen.space(String.class, true);
    private final Request request = Kitchen.request(space, "42", "t");

    @AfterEach
    void release() {
        answer.complete(null);
    }

    /** Does what it is told at once, and answers when a test lets it. */
    private Store between(Store store) {
        Set<String> slow = Set.of("invalidate", "invalidateTags", "put", "raise", "sweep");
        return (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class}, (p, m, a) -> {
            try {
                if (!slow.contains(m.getName())) {
                    return m.invoke(store, a);
                }
                asked.complete(null);
                return answer.thenCompose(released -> stage(() -> m.invoke(store, a)));
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private interface Call {
        Object call() throws Exception;
    }

    @SuppressWarnings("unchecked") // every slow operation answers a stage
    private static CompletableFuture<Object> stage(Call call) {
        try {
            return ((CompletionStage<Object>) call.call()).toCompletableFuture();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Object read(String loaded) throws Exception {
        return kitchen.engine().get(request, () -> loaded);
    }

    /** Runs a write in a thread that is interrupted, and lets the store answer when it waits. */
    private void interrupted(Consumer<Kitchen> write) throws Exception {
        assertThat(read("v1")).isEqualTo("v1");
        CompletableFuture<Boolean> flag = new CompletableFuture<>();
        Thread writer = new Thread(() -> {
            Thread.currentThread().interrupt();
            write.accept(kitchen);
            flag.complete(Thread.currentThread().isInterrupted());
        });
        writer.start();
        asked.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        assertThat(read("v2")).isEqualTo("v1");
        assertThat(flag).isNotDone();
        answer.complete(null);
        assertThat(flag).succeedsWithin(LIMIT).isEqualTo(true);
        assertThat(read("v2")).isEqualTo("v2");
    }

    @Test
    void p2AnInterruptedWriterWaitsUntilItsWriteHasArrived() throws Exception {
        interrupted(node -> node.writes().raise(node.writes().writer(), Kitchen.keys(request)));
    }

    @Test
    void p2AnInterruptedInvalidationByHandWaitsUntilItHasArrived() throws Exception {
        interrupted(node -> node.cupboard.direct().take(request));
    }

    @Test
    void p2AnInterruptedInvalidationOfATagWaitsUntilItHasArrived() throws Exception {
        interrupted(node -> node.cupboard.direct().invalidateTags(List.of("t")));
    }

    @Test
    void p2WhatTimedOutIsOutOfLevel1AndWithheldWhenTheCallReturns() throws Exception {
        assertThat(read("v1")).isEqualTo("v1");
        CompletableFuture<Boolean> taken =
                CompletableFuture.supplyAsync(() -> kitchen.cupboard.direct().take(request));
        long end = System.nanoTime() + LIMIT.toNanos();
        while (kitchen.later.isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            Thread.onSpinWait();
        }
        timeOut();
        assertThat(taken).succeedsWithin(LIMIT).isEqualTo(false);
        assertThat(read("v2")).isEqualTo("v2");
    }

    @Test
    void aSweepThatTakesLongerThanAnyTimeOutCountsWhenItIsDone() throws Exception {
        assertThat(read("v1")).isEqualTo("v1");
        CompletableFuture<Long> swept =
                CompletableFuture.supplyAsync(() -> kitchen.cupboard.direct().sweep(new Sweep.All("users")));
        asked.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        timeOut();
        assertThat(swept).isNotDone();
        answer.complete(null);
        assertThat(swept).succeedsWithin(LIMIT).isEqualTo(1L);
        assertThat(kitchen.later).isEmpty();
        read("v2");
        assertThat(read("not asked for")).isEqualTo("v2");
    }

    /** All time is over that anybody waits for. */
    private void timeOut() {
        kitchen.later.forEach(Runnable::run);
    }
}
