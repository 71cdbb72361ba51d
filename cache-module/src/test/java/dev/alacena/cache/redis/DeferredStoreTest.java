package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.local.MemoryStore;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store whose servers are not there yet. */
class DeferredStoreTest {
    private static final Key KEY = new Key("users", "42", "0a0b0c0d");

    private final CountDownLatch reachable = new CountDownLatch(1);
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private Store store;

    private void open(Callable<Store> connect) {
        open(Duration.ofSeconds(10), connect);
    }

    private void open(Duration patience, Callable<Store> connect) {
        store = new DeferredStore(new Keyspace("test"), patience, () -> {
            attempts.incrementAndGet();
            return connect.call();
        });
    }

    /** A store that works, and counts how often it is closed. */
    private Store memory() {
        Store memory = new MemoryStore(10, Duration.ofMinutes(1), System::nanoTime);
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        closed.incrementAndGet();
                    }
                    return method.invoke(memory, arguments);
                });
    }

    private CompletableFuture<Store.Found> read() {
        return store.read(KEY, List.of()).toCompletableFuture();
    }

    @AfterEach
    void stop() {
        reachable.countDown();
        store.close();
    }

    @Test
    void callsWaitForTheFirstAttemptWithoutAThread() throws Exception {
        open(() -> {
            reachable.await();
            return memory();
        });
        CompletableFuture<Store.Found> found = read();
        assertThat(found).isNotDone();
        reachable.countDown();
        assertThat(found.get(10, TimeUnit.SECONDS).bytes()).isNull();
    }

    @Test
    void whatNobodyWaitsForAnyMoreIsNotSent() throws Exception {
        open(Duration.ZERO, () -> {
            reachable.await();
            return memory();
        });
        CompletableFuture<Boolean> raised =
                store.raise(KEY, "fence", Duration.ofMinutes(1)).toCompletableFuture();
        reachable.countDown();
        assertThatThrownBy(() -> raised.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(TimeoutException.class);
        Await.until("it is there", () -> !read().isCompletedExceptionally());
        Store.Lease lease = new Store.Lease("token", Duration.ofMinutes(1), null, Duration.ZERO);
        Store.Claim claim = store.claim(KEY, lease).toCompletableFuture().get(10, TimeUnit.SECONDS);
        assertThat(claim.answer()).isEqualTo(Store.Answer.GRANTED);
    }

    @Test
    void afterItFailedCallsFailAtOnceWithTheInnermostCause() {
        open(() -> {
            if (attempts.get() > 1) {
                reachable.await();
            }
            throw new IOException(new IllegalStateException(new ConnectException("refused")));
        });
        Await.until("it tries again", () -> attempts.get() == 2);
        assertThatThrownBy(() -> read().getNow(null)).hasCauseInstanceOf(ConnectException.class);
        assertThat(store.server().connected()).isFalse();
    }

    @Test
    void itTriesAgainUntilItSucceeds() {
        open(() -> {
            if (attempts.get() == 1) {
                throw new ConnectException("refused");
            }
            return memory();
        });
        Await.until("it is there", () -> attempts.get() == 2 && !read().isCompletedExceptionally());
        assertThat(read().join().bytes()).isNull();
        assertThat(attempts).hasValue(2);
    }

    @Test
    void whatIsReachedAfterTheCloseIsClosed() {
        open(() -> {
            reachable.await();
            return memory();
        });
        Thread closing = new Thread(store::close);
        closing.start();
        Await.until("the close waits", () -> closing.getState() == Thread.State.TIMED_WAITING);
        reachable.countDown();
        Await.until("the close is over", () -> !closing.isAlive());
        assertThat(closed).hasValue(1);
        assertThat(read()).isCompletedExceptionally();
    }

    @Test
    void aCloseEndsTheAttempts() {
        open(() -> {
            throw new ConnectException("refused");
        });
        Await.until("it has failed", () -> read().isCompletedExceptionally());
        store.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("alacena-connect"));
    }

    @Test
    void whatWasReachedIsClosed() throws Exception {
        open(this::memory);
        read().get(10, TimeUnit.SECONDS);
        store.close();
        assertThat(closed).hasValue(1);
    }

    @Test
    void theNameOfAnEntryNeedsNoServer() {
        open(() -> {
            throw new ConnectException("refused");
        });
        assertThat(store.name(KEY)).isEqualTo("test:{users:42}:0a0b0c0d");
    }
}
