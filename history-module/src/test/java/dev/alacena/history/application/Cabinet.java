package dev.alacena.history.application;

import dev.alacena.api.Cached;
import dev.alacena.api.Consistency;
import dev.alacena.history.event.Shelf;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What is cached. */
@ApplicationScoped
class Cabinet {
    @Inject
    Database database;

    @Cached(cache = "strict", key = "{row}")
    public Item strict(int row) {
        return load(row);
    }

    @Cached(cache = "bounded", key = "{row}", consistency = Consistency.BOUNDED)
    public Item bounded(int row) {
        return load(row);
    }

    @Cached(cache = "strict-tag", key = "{row}", tags = "group:{group}")
    public Item strictTag(int row, int group) {
        return load(row);
    }

    @Cached(cache = "bounded-tag", key = "{row}", tags = "group:{group}", consistency = Consistency.BOUNDED)
    public Item boundedTag(int row, int group) {
        return load(row);
    }

    @Cached(cache = "strict-update", key = "{row}", ttl = Shelf.SHORT)
    public Item strictUpdate(int row) {
        return load(row);
    }

    @Cached(cache = "bounded-update", key = "{row}", ttl = Shelf.SHORT, consistency = Consistency.BOUNDED)
    public Item boundedUpdate(int row) {
        return load(row);
    }

    @Cached(cache = "twin-strict", key = "{row}")
    public Item twinStrict(int row) {
        return load(row);
    }

    @Cached(cache = "twin-bounded", key = "{row}", consistency = Consistency.BOUNDED)
    public Item twinBounded(int row) {
        return load(row);
    }

    /** The method of a shelf, called through the container. */
    static Item read(Cabinet cabinet, Shelf shelf, int row) {
        return switch (shelf) {
            case STRICT -> cabinet.strict(row);
            case BOUNDED -> cabinet.bounded(row);
            case STRICT_TAG -> cabinet.strictTag(row, Shelf.group(row));
            case BOUNDED_TAG -> cabinet.boundedTag(row, Shelf.group(row));
            case STRICT_UPDATE -> cabinet.strictUpdate(row);
            case BOUNDED_UPDATE -> cabinet.boundedUpdate(row);
            case TWIN_STRICT -> cabinet.twinStrict(row);
            case TWIN_BOUNDED -> cabinet.twinBounded(row);
        };
    }

    private Item load(int row) {
        Load load = Load.begin();
        try {
            Item item = database.find(row);
            load.brought(item);
            return item;
        } finally {
            load.over();
        }
    }
}
