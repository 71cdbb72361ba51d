package dev.alacena.history.application;

import dev.alacena.api.InvalidateCache;
import dev.alacena.api.UpdateCache;
import dev.alacena.history.event.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What changes rows: in the caller's transaction, if there is one. */
@ApplicationScoped
class Changes {
    @Inject
    Database database;

    @InvalidateCache(cache = "strict", key = "{row}")
    public Item strict(int row, long nonce) {
        return database.write(row, nonce);
    }

    @InvalidateCache(cache = "bounded", key = "{row}")
    public Item bounded(int row, long nonce) {
        return database.write(row, nonce);
    }

    @InvalidateCache(tags = "group:{group}")
    public Item tagged(int row, int group, long nonce) {
        return database.write(row, nonce);
    }

    @UpdateCache(cache = "strict-update", key = "{row}", ttl = Shelf.SHORT)
    public Item strictUpdate(int row, long nonce) {
        return database.write(row, nonce);
    }

    @UpdateCache(cache = "bounded-update", key = "{row}", ttl = Shelf.SHORT)
    public Item boundedUpdate(int row, long nonce) {
        return database.write(row, nonce);
    }

    @InvalidateCache(cache = "twin-strict", key = "{result.row}")
    @InvalidateCache(cache = "twin-bounded", key = "{row}")
    public Item twin(int row, long nonce) {
        return database.write(row, nonce);
    }

    /** The method of a shelf, called through the container. */
    static Item write(Changes changes, Shelf shelf, int row, long nonce) {
        return switch (shelf) {
            case STRICT -> changes.strict(row, nonce);
            case BOUNDED -> changes.bounded(row, nonce);
            case STRICT_TAG, BOUNDED_TAG -> changes.tagged(row, Shelf.group(row), nonce);
            case STRICT_UPDATE -> changes.strictUpdate(row, nonce);
            case BOUNDED_UPDATE -> changes.boundedUpdate(row, nonce);
            case TWIN_STRICT, TWIN_BOUNDED -> changes.twin(row, nonce);
        };
    }
}
