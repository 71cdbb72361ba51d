package dev.alacena.cache.engine.interleaving;

import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Engine;
import dev.alacena.cache.engine.Fence;
import dev.alacena.cache.engine.Listener;
import dev.alacena.cache.engine.Loader;
import dev.alacena.cache.engine.Near;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Update;
import dev.alacena.cache.engine.View;
import dev.alacena.cache.engine.Writes;
import dev.alacena.cache.engine.interleaving.Database.Transaction;
import dev.alacena.cache.engine.interleaving.Ledger.Moment;
import dev.alacena.cache.engine.interleaving.Ledger.Reading;
import dev.alacena.cache.engine.interleaving.Ledger.Writing;
import dev.alacena.cache.local.NearCache;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One application node, and what calls on it do. */
final class Node {
    private static final String ROW = "row";
    final String name;
    final Near near;
    private final Scene scene;
    private final Cupboard cupboard;
    private Listener listener;

    Node(String name, Scene scene) {
        this.name = name;
        this.scene = scene;
        this.near = scene.scenario().level1.around(scene, new NearCache(Scene.STALENESS, scene.time));
        this.cupboard = scene.cupboard(
                Points.store(scene.conductor, scene.store, scene.time, told -> listener = told),
                Points.near(scene.conductor, near, scene.scenario().near));
    }

    /** What the store tells this node. */
    Listener listener() {
        return listener;
    }

    Engine engine() {
        return cupboard.engine();
    }

    /** What the method of the example invalidates. */
    Changes key() {
        Request request = scene.request;
        return new Changes(Map.of(request.key(), request.space().counters()), Set.of(), Set.of());
    }

    /** A call of a cached method. */
    void read() throws Exception {
        read(engine()::get, scene.request, scene.database::read, 0);
    }

    /** A call of a cached method that answers later; its caller waits for that. */
    void readLater() throws Exception {
        Ask ask = (request, loader) -> cupboard.async()
                .get(request, () -> CompletableFuture.completedFuture(loader.load()))
                .toCompletableFuture()
                .get(20, TimeUnit.SECONDS);
        read(ask, scene.request, scene.database::read, 0);
    }

    /** How a request is made. */
    private interface Ask {
        @Nullable
        Object get(Request request, Loader loader) throws Exception;
    }

    private void read(Ask ask, Request request, Loader loader, int own) throws Exception {
        AtomicInteger mine = new AtomicInteger();
        Moment[] start = new Moment[1];
        scene.conductor.atNextStep(() -> start[0] = scene.now());
        int value = (int) ask.get(request, () -> {
            scene.loads.incrementAndGet();
            scene.ledger.promise("P6: one call loads once", mine.incrementAndGet() == 1, name);
            return loader.load();
        });
        scene.ledger.read(new Reading(name, start[0], scene.now(), value, own));
    }

    /** A transaction whose method invalidates. */
    void write(Changes changes) {
        Fence fence = cupboard.writes().writer();
        Transaction transaction = scene.database.begin();
        transaction.update(ROW);
        cupboard.writes().raise(fence, changes);
        Writing writing = commit(transaction);
        cupboard.writes().committed(fence, changes, Map.of());
        scene.ledger.returned(writing, scene.now());
    }

    void rollBack(Changes changes) {
        Fence fence = cupboard.writes().writer();
        Transaction transaction = scene.database.begin();
        transaction.update(ROW);
        cupboard.writes().raise(fence, changes);
        transaction.rollback();
        cupboard.writes().rolledBack(fence, changes);
    }

    /** A writer whose node dies after its commit. */
    void writeAndDie(Changes changes) {
        Transaction transaction = scene.database.begin();
        transaction.update(ROW);
        cupboard.writes().raise(cupboard.writes().writer(), changes);
        commit(transaction);
    }

    /** A transaction whose outcome the container does not know; it was a commit. */
    void writeUnknown(Changes changes) {
        Transaction transaction = scene.database.begin();
        transaction.update(ROW);
        cupboard.writes().raise(cupboard.writes().writer(), changes);
        Writing writing = commit(transaction);
        cupboard.writes().unknown(changes);
        scene.ledger.returned(writing, scene.now());
    }

    /** A transaction that commits after the container has told that it does not know; or that it was taken back. */
    void writeUnknownYet(Changes changes, boolean kept) {
        Fence fence = cupboard.writes().writer();
        Transaction transaction = scene.database.begin();
        transaction.update(ROW);
        cupboard.writes().raise(fence, changes);
        if (kept) {
            cupboard.writes().unknown(changes);
        } else {
            cupboard.writes().rolledBack(fence, changes);
        }
        commit(transaction);
    }

    /** A transaction whose method leaves its result under a key that is known before it runs. */
    void update(String row) {
        Changes changes = key();
        Fence fence = cupboard.writes().writer();
        cupboard.writes().raise(fence, changes);
        Transaction transaction = scene.database.begin();
        transaction.update(row);
        Update left = Writes.update(scene.request, Map.of(), transaction.sees()).orElseThrow();
        cupboard.writes().raise(fence, changes);
        Writing writing = commit(transaction);
        cupboard.writes().committed(fence, changes, Map.of(left.key(), left));
        scene.ledger.returned(writing, scene.now());
    }

    /** A method without a transaction of the container that commits, then takes the entry out by hand. */
    void writeAndTake() {
        Transaction transaction = scene.database.begin();
        transaction.update(ROW);
        Writing writing = commit(transaction);
        cupboard.direct().take(scene.request);
        scene.ledger.returned(writing, scene.now());
    }

    /** A read within a transaction that sees one snapshot, and so may well read what is old. */
    void readInASnapshot() throws Exception {
        long begin = scene.time.nanos();
        Transaction transaction = scene.database.begin();
        transaction.readAgain();
        engine().get(scene.request.with(View.since(begin)), transaction::readAgain);
    }

    /** A transaction that reads what it has written, and is taken back. */
    void readOwnAndRollBack(boolean bypass) throws Exception {
        Fence fence = cupboard.writes().writer();
        Transaction transaction = scene.database.begin();
        int bit = transaction.update(ROW);
        Request request = scene.request;
        Request inside = request.with(bypass ? View.CHANGED : View.FRESH);
        read(engine()::get, inside, transaction::read, bit);
        cupboard.writes().raise(fence, key());
        transaction.rollback();
        cupboard.writes().rolledBack(fence, key());
    }

    /** A load whose node dies while it has the lease. */
    void loadAndDie() {
        scene.conductor.point("claim");
        scene.store.claim(scene.request.key(), new Store.Lease(name, Scene.LEASE, null, Duration.ZERO));
    }

    Writing commit(Transaction transaction) {
        return scene.ledger.committed(name, transaction.commit(), scene.now());
    }
}
