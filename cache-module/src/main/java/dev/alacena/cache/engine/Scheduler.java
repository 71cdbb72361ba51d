package dev.alacena.cache.engine;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread for all that is to be done later. It belongs to the application: a timer of the JDK that all applications of a
 * server share would keep the class loader of the first one for ever. Thread-safe.
 */
public final class Scheduler implements Later, AutoCloseable {
    private final ScheduledThreadPoolExecutor timer;
    private final Set<Order> orders = ConcurrentHashMap.newKeySet();

    public Scheduler() {
        timer = new ScheduledThreadPoolExecutor(1, Scheduler::daemon, (task, closed) -> {});
        timer.setRemoveOnCancelPolicy(true);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "alacena-timer");
        thread.setDaemon(true);
        return thread;
    }

    /** Something to be done; known by its identity. */
    private final class Order implements Runnable {
        private final Runnable action;

        private Order(Runnable action) {
            this.action = action;
        }

        @Override
        public void run() {
            if (orders.remove(this)) {
                action.run();
            }
        }
    }

    /** Does nothing after the end. */
    @Override
    public Runnable run(Duration after, Runnable action) {
        Order order = new Order(action);
        orders.add(order);
        var scheduled = timer.schedule(order, after.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            orders.remove(order);
            scheduled.cancel(false);
        };
    }

    /** What is left is done at once: nobody waits for an end that does not come. */
    @Override
    public void close() {
        timer.shutdownNow();
        List.copyOf(orders).forEach(Order::run);
    }
}
