package dev.alacena.cache.local;

import dev.alacena.cache.engine.event.EventStore;
import dev.alacena.cache.engine.event.EventStoreContract;

/** Events in the memory of one node keep the contract. */
class MemoryEventsTest extends EventStoreContract {
    private final EventStore store = new MemoryEvents(7);

    @Override
    protected EventStore store() {
        return store;
    }
}
