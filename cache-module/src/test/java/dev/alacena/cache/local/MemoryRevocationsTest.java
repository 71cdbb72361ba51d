package dev.alacena.cache.local;

import dev.alacena.cache.engine.RevocationCopy;
import dev.alacena.cache.engine.RevocationCopyContract;

/** The copy in memory keeps the contract. */
class MemoryRevocationsTest extends RevocationCopyContract {
    private final RevocationCopy copy = new MemoryRevocations(announcement -> {});

    @Override
    protected RevocationCopy copy() {
        return copy;
    }
}
