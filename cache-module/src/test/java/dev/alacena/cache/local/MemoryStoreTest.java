package dev.alacena.cache.local;

import dev.alacena.cache.engine.FakeTime;
import dev.alacena.cache.engine.ListingContract;
import dev.alacena.cache.engine.Store;
import java.time.Duration;

/** The store in memory keeps the contract. */
class MemoryStoreTest extends ListingContract {
    private final FakeTime time = new FakeTime();
    private final Store store = new MemoryStore(1000, Duration.ofMinutes(1), time);

    @Override
    protected Store store() {
        return store;
    }

    @Override
    protected void pass(Duration duration) {
        time.pass(duration);
    }

    @Override
    protected long nanos() {
        return time.nanos();
    }
}
