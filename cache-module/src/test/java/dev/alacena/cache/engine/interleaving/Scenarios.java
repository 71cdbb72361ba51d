package dev.alacena.cache.engine.interleaving;

import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.engine.interleaving.Database.Transaction;
import dev.alacena.cache.engine.interleaving.Scenario.Role;
import java.util.Map;
import java.util.Set;

/** Who meets whom; the nodes are A and B. */
final class Scenarios {
    static final Role READ_ON_A = scene -> scene.a.read();
    static final Role READ_ON_B = scene -> scene.b.read();
    static final Role READ_LATER_ON_A = scene -> scene.a.readLater();
    static final Role TWO_READS_ON_A = scene -> {
        scene.a.read();
        scene.a.read();
    };
    static final Role WRITE_ON_A = scene -> scene.a.write(scene.a.key());
    static final Role WRITE_ON_B = scene -> scene.b.write(scene.b.key());
    static final Role UPDATE_ON_A = scene -> scene.a.update("row");
    static final Role UPDATE_ON_B = scene -> scene.b.update("row");
    static final Role UPDATE_OF_ANOTHER_ROW_ON_B = scene -> scene.b.update("another row");

    private Scenarios() {}

    static Changes tag(String name) {
        return new Changes(Map.of(), Set.of(name), Set.of());
    }

    static Scenario load(Role writer) {
        return new Scenario().actor("load", READ_ON_A).actor("write", writer);
    }

    static Scenario hits(Role writer) {
        return new Scenario().warm().actor("reads", TWO_READS_ON_A).actor("write", writer);
    }

    static Scenario loads(Role other, Role writer) {
        return new Scenario()
                .actor("load", READ_ON_A)
                .actor("other load", other)
                .actor("write", writer);
    }

    static Scenario laterLoads(Role writer) {
        return new Scenario()
                .actor("load", READ_LATER_ON_A)
                .actor("other load", READ_LATER_ON_A)
                .actor("write", writer);
    }

    static Scenario loadsWithTag(String node) {
        return loads(READ_ON_A, scene -> scene.node(node).write(Scenarios.tag("t")))
                .tagged("t");
    }

    static Scenario coldKey(Role other) {
        return new Scenario()
                .actor("load", READ_ON_A)
                .actor("other load", other)
                .loadingAtMost(1);
    }

    static Scenario loadWithTag(String node) {
        return new Scenario().tagged("t").actor("load", READ_ON_A).actor("write of the tag", scene -> scene.node(node)
                .write(Scenarios.tag("t")));
    }

    static Scenario rollback(String node) {
        return new Scenario().warm().actor("reads", TWO_READS_ON_A).actor("rollback", scene -> scene.node(node)
                .rollBack(scene.a.key()));
    }

    static Scenario ownReads(String node, boolean bypass) {
        return new Scenario().actor("load", READ_ON_A).actor("rollback", scene -> scene.node(node)
                .readOwnAndRollBack(bypass));
    }

    static Scenario twoWriters() {
        return new Scenario()
                .actor("load", READ_ON_A)
                .actor("write", WRITE_ON_A)
                .actor("other write", WRITE_ON_B);
    }

    static Scenario updateAndWrite() {
        return new Scenario()
                .actor("load", READ_ON_A)
                .actor("update", UPDATE_ON_A)
                .actor("write", WRITE_ON_B);
    }

    static Scenario updates(Role other) {
        return new Scenario().actor("update", UPDATE_ON_A).actor("other update", other);
    }

    /** Counts from the return of the write: until the sweep, nothing stands in the way of the old value. */
    static Scenario sweep(int looks, String node) {
        Changes all = new Changes(Map.of(), Set.of(), Set.of(new Sweep.All("users")));
        return new Scenario()
                .countingFromReturn()
                .store(Scan.looking(looks))
                .store(Records::kept)
                .actor("load", READ_ON_A)
                .actor("sweep", scene -> scene.node(node).write(all));
    }

    static Scenario byHand(String node) {
        return new Scenario().countingFromReturn().actor("load", READ_ON_A).actor("write", scene -> scene.node(node)
                .writeAndTake());
    }

    static Scenario nearReads(Role reader, Role writer) {
        return new Scenario().near().actor("reads", reader).actor("write", writer);
    }

    /** After the time that a copy may be stale. */
    static Scenario nearHits() {
        return nearReads(TWO_READS_ON_A, WRITE_ON_B).warm().actor("time", scene -> scene.pass(Scene.STALENESS));
    }

    /** The node has heard nothing for a while, and then hears that it has missed something. */
    static Scenario gap() {
        return nearReads(TWO_READS_ON_A, WRITE_ON_B).warm().actor("link", scene -> {
            scene.pass(Scene.STALENESS);
            scene.a.listener().missed();
            scene.a.listener().heard(scene.time.nanos());
        });
    }

    /** Somebody who tells nobody changes the row; the copies live on until their time is over. */
    static Scenario foreignWrite() {
        return new Scenario().near().warm().actor("reads", TWO_READS_ON_A).actor("foreign write", scene -> {
            Transaction transaction = scene.database.begin();
            transaction.update("row");
            transaction.commit();
            scene.pass(Scene.TTL);
            scene.atTheEnd(() -> scene.a.listener().heard(scene.time.nanos()));
        });
    }

    /** Nothing that a node invalidates arrives, and it knows that. */
    static Scenario lostInvalidations(boolean told) {
        return nearReads(TWO_READS_ON_A, WRITE_ON_A).warm().unsent().store(Lost.invalidations(told));
    }

    static Scenario away(Role other) {
        return loads(other, WRITE_ON_B).store(Lost.everything());
    }

    static Scenario unknownOutcome() {
        return new Scenario()
                .warm()
                .mortal()
                .actor("reads", TWO_READS_ON_A)
                .actor("write", scene -> scene.b.writeUnknown(scene.b.key()));
    }

    /** The database commits when the container has given up asking for the outcome. */
    static Scenario lateCommit(boolean kept) {
        return new Scenario()
                .warm()
                .mortal()
                .actor("reads", TWO_READS_ON_A)
                .actor("write", scene -> scene.b.writeUnknownYet(scene.b.key(), kept));
    }

    static Scenario oldSnapshot(String node) {
        return new Scenario().actor("load", scene -> scene.a.readInASnapshot()).actor("write", scene -> scene.node(node)
                .write(scene.a.key()));
    }

    static Scenario dyingWriter() {
        return new Scenario()
                .warm()
                .mortal()
                .actor("reads", TWO_READS_ON_A)
                .actor("dying writer", scene -> scene.b.writeAndDie(scene.b.key()));
    }

    /** Whoever reads in the snapshot comes when the fence of the writer has expired. */
    static Scenario dyingWriterBesideASnapshot() {
        return new Scenario()
                .mortal()
                .actor("load", scene -> scene.a.readInASnapshot())
                .actor("dying writer", scene -> scene.b.writeAndDie(scene.b.key()))
                .actor("time", scene -> scene.pass(Scene.FENCE));
    }

    /** Between the commit and the return no promise is due: only the sweep takes the old value out. */
    static Scenario dyingSweep(boolean recorded) {
        Changes all = new Changes(Map.of(), Set.of(), Set.of(new Sweep.All("users")));
        Scenario scenario = new Scenario()
                .warm()
                .mortal()
                .countingFromReturn()
                .actor("reads", TWO_READS_ON_A)
                .actor("dying writer", scene -> scene.b.writeAndDie(all));
        return recorded ? scenario.store(Records::kept) : scenario;
    }

    static Scenario rolledBackSweep() {
        Changes all = new Changes(Map.of(), Set.of(), Set.of(new Sweep.All("users")));
        return new Scenario()
                .store(Records::kept)
                .actor("load", READ_ON_A)
                .actor("rollback", scene -> scene.b.rollBack(all));
    }

    static Scenario dyingLoader(Role other) {
        return new Scenario()
                .mortal()
                .loadingAtMost(2)
                .actor("dying loader", scene -> scene.b.loadAndDie())
                .actor("load", READ_ON_A)
                .actor("other load", other);
    }

    /** Counts from the return: a fence that has expired lets loads in. */
    static Scenario meanwhile(Role event) {
        return new Scenario()
                .mortal()
                .countingFromReturn()
                .actor("load", READ_ON_A)
                .actor("event", event)
                .actor("write", WRITE_ON_B);
    }

    static Scenario updatesMeanwhile(Role event) {
        return new Scenario()
                .mortal()
                .countingFromReturn()
                .actor("update", UPDATE_ON_A)
                .actor("event", event)
                .actor("other update", UPDATE_OF_ANOTHER_ROW_ON_B);
    }
}
