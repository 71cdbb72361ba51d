package dev.alacena.cache.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A store that a test takes away and brings back, and a breaker that opens at the third failure in a row. */
final class Switched implements Breaker {
    final AtomicInteger commands = new AtomicInteger();
    private boolean away;
    private Runnable atNextInvalidation = () -> {};
    private Runnable afterNextClose = () -> {};
    private Runnable beforeNextClose = () -> {};
    private int failures;
    private boolean open;

    /** Something that happens when the next invalidation by key is under way. */
    void atNextInvalidation(Runnable action) {
        atNextInvalidation = action;
    }

    /** Something that happens as soon as the breaker has closed. */
    void afterNextClose(Runnable action) {
        afterNextClose = action;
    }

    /** Something that happens when the breaker is about to close. */
    void beforeNextClose(Runnable action) {
        beforeNextClose = action;
    }

    void away(boolean gone) {
        away = gone;
    }

    Store between(Store store) {
        return (Store) Proxy.newProxyInstance(Store.class.getClassLoader(), new Class<?>[] {Store.class}, (p, m, a) -> {
            if (CompletionStage.class.isAssignableFrom(m.getReturnType())) {
                commands.incrementAndGet();
                if (away) {
                    return CompletableFuture.failedStage(new TimeoutException("away"));
                }
            }
            if (m.getName().equals("invalidate")) {
                Runnable action = atNextInvalidation;
                atNextInvalidation = () -> {};
                action.run();
            }
            try {
                return m.invoke(store, a);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    @Override
    public boolean open() {
        return open;
    }

    @Override
    public void answered(long nanos) {
        failures = 0;
    }

    @Override
    public void failed(Throwable cause, long nanos) {
        open |= ++failures == 3;
    }

    @Override
    public void close() {
        Runnable before = beforeNextClose;
        beforeNextClose = () -> {};
        before.run();
        open = false;
        failures = 0;
        Runnable action = afterNextClose;
        afterNextClose = () -> {};
        action.run();
    }
}
