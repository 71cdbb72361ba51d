package dev.alacena.cache.engine.interleaving;

import dev.alacena.cache.codec.JsonCodecs;
import dev.alacena.cache.engine.Breaker;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Cupboard;
import dev.alacena.cache.engine.Direct;
import dev.alacena.cache.engine.Entry;
import dev.alacena.cache.engine.FakeTime;
import dev.alacena.cache.engine.Key;
import dev.alacena.cache.engine.Near;
import dev.alacena.cache.engine.Policy;
import dev.alacena.cache.engine.Request;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.Store;
import dev.alacena.cache.engine.Store.Answer;
import dev.alacena.cache.engine.Store.Claim;
import dev.alacena.cache.engine.View;
import dev.alacena.cache.engine.interleaving.Ledger.Moment;
import dev.alacena.cache.engine.interleaving.Ledger.Reading;
import dev.alacena.cache.local.MemoryStore;
import dev.alacena.cache.local.NearCache;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** One performance of a scenario: two nodes on one store and one database, and a third that looks on. */
final class Scene implements AutoCloseable {
    /** The name of readings of what anybody could read from level 2. */
    static final String LEVEL_2 = "level 2";

    static final Duration TTL = Duration.ofMinutes(10);
    static final Duration LEASE = Duration.ofSeconds(10);
    static final Duration STALENESS = Duration.ofSeconds(1);
    static final Duration FENCE = Duration.ofMinutes(1);
    static final Duration JOURNAL = Duration.ofMinutes(1);

    private static final Space STRICT = space(false);
    private static final Space BOUNDED = space(true);

    final FakeTime time = new FakeTime();
    final Conductor conductor = new Conductor(() -> time.pass(Scene.LEASE.dividedBy(4)));
    final Database database = new Database(conductor);
    final Request request;
    final Ledger ledger;
    final Store store;
    final Node a;
    final Node b;
    final AtomicInteger loads = new AtomicInteger();
    private final AtomicLong tokens = new AtomicLong();
    private final MemoryStore memory = new MemoryStore(1000, JOURNAL, time);
    private final Direct level2;
    private final Scenario scenario;
    private Runnable last = () -> {};

    Scene(Scenario scenario) throws Exception {
        this.scenario = scenario;
        Space space = scenario.near ? BOUNDED : STRICT;
        request = new Request(new Key("users", "42", space.codec().fingerprint()), scenario.tags, space, View.FRESH);
        ledger = new Ledger(scenario, database);
        store = scenario.store.around(this, memory);
        a = new Node("A", this);
        b = new Node("B", this);
        level2 = cupboard(store, new NearCache(Scene.STALENESS, time)).direct();
        if (scenario.warm) {
            a.engine().get(request, database::committed);
            b.engine().get(request, database::committed);
        }
        scenario.roles.forEach((name, role) -> conductor.add(name, () -> role.play(this)));
    }

    private static Space space(boolean near) {
        try {
            Policy policy = new Policy("users", true, near, 100, new Policy.Times(TTL, TTL, LEASE));
            return new Space(policy, new JsonCodecs(1000).of(Integer.class), new Counters(), false);
        } catch (CodecException e) {
            throw new AssertionError(e);
        }
    }

    Node node(String name) {
        return name.equals(a.name) ? a : b;
    }

    Scenario scenario() {
        return scenario;
    }

    /** Time passes, for all. */
    void pass(Duration duration) {
        conductor.point("time");
        time.pass(duration);
    }

    /** Redis loses all it has. */
    void flush() {
        conductor.point("flush");
        memory.close();
    }

    Cupboard cupboard(Store store, Near near) {
        return Cupboard.of(
                new Cupboard.Base(store, near, Breaker.NONE, Runnable::run),
                new Cupboard.Limits(Scene.LEASE, Scene.FENCE, Scene.JOURNAL),
                new Cupboard.Chance(
                        scenario.clock.apply(time),
                        nanos -> conductor.pause(),
                        (after, action) -> () -> {},
                        () -> "token" + tokens.incrementAndGet()));
    }

    /** What happens when all have finished, and the time is over for which something may be left behind. */
    void atTheEnd(Runnable what) {
        last = what;
    }

    Moment now() {
        return new Moment(conductor.steps().size(), time.nanos());
    }

    /** The moment after now: what begins then begins after all that has happened. */
    private Moment next() {
        return new Moment(conductor.steps().size() + 1, time.nanos());
    }

    /** Plays it; after each step, nobody may be able to read what is forbidden. */
    void play(Play.Choice choice) {
        conductor.play(new Play(choice, () -> time.pass(Duration.ofNanos(1)), this::look));
    }

    /** After each step: nobody who asks now may get what is forbidden. */
    private void look() {
        Request strict = new Request(request.key(), request.tags(), STRICT, View.FRESH);
        if (!scenario.unsent) {
            level2.get(strict).ifPresent(present -> {
                ledger.check(new Reading(LEVEL_2, next(), next(), (int) present.value(), 0));
            });
        }
        for (Node node : List.of(a, b)) {
            Near.Copy copy = scenario.near ? node.near.find(request.key()) : null;
            if (copy != null) {
                int value = (int) ((Entry) copy.held()).value();
                ledger.check(new Reading(node.name, next(), next(), value, 0));
            }
        }
    }

    /** When all have finished: everybody reads what was committed last, and nothing is left behind. */
    void end() throws Exception {
        if (!scenario.mortal) {
            nothingIsLeft();
        }
        time.pass(scenario.mortal ? Scene.FENCE : Scene.STALENESS);
        last.run();
        if (scenario.unsent) {
            memory.invalidate(request.key());
        }
        ledger.promise("P6: too many loads", loads.get() <= scenario.loads, loads);
        for (Node node : List.of(a, b, a)) {
            int value = (int) node.engine().get(request, database::committed);
            ledger.promise("P5: not the last version", value == database.committed(), node.name + " reads " + value);
        }
        nothingIsLeft();
    }

    private void nothingIsLeft() {
        Store.Found found =
                memory.read(request.key(), List.of()).toCompletableFuture().join();
        Store.Lease probe = new Store.Lease("probe", Scene.LEASE, found.stored(), Duration.ZERO);
        Claim claim = memory.claim(request.key(), probe).toCompletableFuture().join();
        ledger.promise("a lease or a fence is left behind", claim.answer() == Answer.GRANTED, claim);
        memory.abandon(request.key(), "probe");
        Map<String, Long> versions = memory.tags(scenario.tags, Scene.TTL, Duration.ZERO)
                .toCompletableFuture()
                .join();
        ledger.promise("the fence of a tag is left behind", versions.keySet().containsAll(scenario.tags), versions);
    }

    @Override
    public void close() {
        conductor.close();
    }
}
