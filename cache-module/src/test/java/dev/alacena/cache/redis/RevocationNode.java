package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Authority;
import dev.alacena.cache.engine.Guard;
import dev.alacena.cache.engine.Revocations.Source;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A node on real servers that revokes and checks tokens, its background work included. */
final class RevocationNode implements AutoCloseable {
    final Node node;
    final Guard guard;

    RevocationNode(Topology topology, @Nullable Authority authority) {
        node = new Node(topology);
        guard = new Guard(node.cupboard(), System::nanoTime, authority, Duration.ZERO);
        guard.start();
    }

    /** Waits until memory alone answers. */
    RevocationNode settled() {
        Await.until("memory answers", () -> {
            long before = guard.count(Source.MEMORY);
            return guard.accepts("nobody") && guard.count(Source.MEMORY) > before;
        });
        return this;
    }

    @Override
    public void close() {
        guard.stop();
        node.close();
    }
}
