package dev.alacena.cache.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.redis.RedisProcess;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An application that is undeployed leaves nothing behind, and whoever still waits gets an answer. */
class RedeploymentTest {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int TIMES = 50;
    private static final int CLIENTS = 3;

    private final RedisProcess redis = new RedisProcess();

    @BeforeEach
    void configure() {
        System.setProperty("alacena.redis.url", redis.url());
        System.setProperty("alacena.redis.timeout", "PT5S");
        System.setProperty("alacena.redis.connect-timeout", "PT5S");
    }

    @AfterEach
    void stop() {
        List.of("url", "timeout", "connect-timeout").forEach(name -> System.clearProperty("alacena.redis." + name));
        redis.close();
    }

    @Test
    void f33FiftyRedeploymentsUnderTrafficLeaveNoThreadNoConnectionAndNoClassLoader() throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        deploy(loaders);
        Set<Thread> before = threads();
        for (int i = 1; i < TIMES; i++) {
            deploy(loaders);
        }
        assertThat(loaders).hasSize(TIMES);
        await("no connection is left", () -> !redis.clients().contains("name=alacena"));
        await("no thread is left", () -> before.containsAll(threads()));
        await("no class loader is left", () -> {
            System.gc();
            return loaders.stream().allMatch(loader -> loader.get() == null);
        });
    }

    /** Once, with calls before, during and after the end. */
    private void deploy(List<WeakReference<ClassLoader>> loaders) throws Exception {
        AtomicInteger answers = new AtomicInteger();
        List<Thread> clients;
        try (Deployment deployment = new Deployment()) {
            loaders.add(new WeakReference<>(deployment.loader()));
            Deployed goods = deployment.goods();
            clients = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> client(goods, answers))
                    .toList();
            clients.forEach(Thread::start);
            await("there is traffic", () -> answers.get() > 10 * CLIENTS);
        }
        for (Thread client : clients) {
            client.join(LIMIT.toMillis());
            assertThat(client.isAlive()).isFalse();
        }
    }

    /** Calls until the container is gone. */
    private static Thread client(Deployed goods, AtomicInteger answers) {
        return new Thread(() -> {
            try {
                for (long i = 0; ; i++) {
                    goods.item(i % 7);
                    goods.later(i % 7, CompletableFuture.completedFuture(null));
                    goods.change(i % 5);
                    answers.incrementAndGet();
                }
            } catch (IllegalStateException e) {
                // Weld says so, of a container that is closed
                assertThat(e).hasMessageContaining("WELD");
            }
        });
    }

    @Test
    void r42WhoWaitsForALoadAtTheEndGetsItsAnswer() throws Exception {
        CompletableFuture<Void> loaded = new CompletableFuture<>();
        CompletionStage<?> first;
        CompletionStage<?> second;
        try (Deployment deployment = new Deployment()) {
            first = deployment.goods().later(1, loaded);
            second = deployment.goods().later(1, loaded);
        }
        loaded.complete(null);
        assertThat(first.toCompletableFuture()).succeedsWithin(LIMIT).asString().contains("later");
        assertThat(second.toCompletableFuture())
                .succeedsWithin(LIMIT)
                .asString()
                .contains("later");
    }

    /** Those of the JDK stay: they belong to nobody. */
    private static Set<Thread> threads() {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        threads.removeIf(thread -> thread.getName().matches("process reaper.*|ForkJoinPool\\.commonPool.*"));
        return threads;
    }

    private static void await(String what, BooleanSupplier reached) {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime())
                    .as("waited in vain until " + what + ": " + threads())
                    .isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
