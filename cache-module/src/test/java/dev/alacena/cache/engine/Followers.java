package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Callers in threads of their own, that a test starts and waits for. */
final class Followers {
    /** A crowd. */
    static final int MANY = 20;

    private static final long LIMIT_SECONDS = 10;

    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    CompletableFuture<Object> follow(Callable<Object> call) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(call.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        threads.add(thread);
        thread.setDaemon(true);
        thread.start();
        return answer;
    }

    /** As many as are a crowd, who have come as far as they get until something else happens. */
    List<CompletableFuture<Object>> crowd(Callable<Object> call) {
        List<CompletableFuture<Object>> answers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            answers.add(follow(call));
        }
        untilAllWait();
        return answers;
    }

    /** Until every follower waits for the load. */
    void untilAllWait() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!threads.stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING)) {
            assertThat(System.nanoTime()).as("followers that wait").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    static Object answer(CompletableFuture<Object> future) {
        return future.orTimeout(LIMIT_SECONDS, TimeUnit.SECONDS).join();
    }

    /** Until all have their answers. */
    void join() throws InterruptedException {
        for (Thread thread : threads) {
            TimeUnit.SECONDS.timedJoin(thread, LIMIT_SECONDS);
        }
    }
}
