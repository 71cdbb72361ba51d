package dev.alacena.cache.engine.interleaving;

import static dev.alacena.cache.engine.interleaving.Scenarios.READ_ON_A;
import static dev.alacena.cache.engine.interleaving.Scenarios.READ_ON_B;
import static dev.alacena.cache.engine.interleaving.Scenarios.UPDATE_OF_ANOTHER_ROW_ON_B;
import static dev.alacena.cache.engine.interleaving.Scenarios.WRITE_ON_A;
import static dev.alacena.cache.engine.interleaving.Scenarios.WRITE_ON_B;

import dev.alacena.cache.engine.Near;

/** What each defence is for: its race, the promise that breaks without it, and where. */
enum Defence {
    A_FILL_NEEDS_A_LEASE("R1", "P1", Scenarios.load(WRITE_ON_B), LooseLeases::leaseAtFill),
    A_LEASE_HAS_A_TOKEN("R24", "P1", Scenarios.loads(READ_ON_B, WRITE_ON_B), LooseLeases::tokenAtFill),
    A_REFUSED_FILL_IS_NOT_SHARED("R1", "P1", Scenarios.loads(READ_ON_A, WRITE_ON_B), LooseLeases::answerOfARefusedFill),
    ONE_LEASE_AT_A_TIME("P6", "P6", Scenarios.coldKey(READ_ON_B), LooseLeases::oneAtATime),
    LEASES_EXPIRE("R23", "a lease or a fence is left", Scenarios.dyingLoader(READ_ON_A), LooseLeases::end),
    AN_INVALIDATION_VOIDS_LEASES("R1", "P1", Scenarios.byHand("B"), LooseLeases::voidingAtInvalidate),
    A_RAISED_FENCE_VOIDS_LEASES("R1", "P1", Scenarios.load(WRITE_ON_B), LooseFences::voidingAtRaise),
    A_FENCE_REFUSES_LEASES("R2", "P1", Scenarios.load(WRITE_ON_B), LooseFences::refusal),
    A_RAISED_FENCE_TAKES_THE_VALUE_OUT("R3", "P1", Scenarios.hits(WRITE_ON_B), LooseFences::deletionAtRaise),
    A_FENCE_STANDS_BEFORE_THE_COMMIT("R4", "P1", Scenarios.dyingWriter(), LooseFences::allBeforeTheCommit),
    FENCES_EXPIRE("R4", "a lease or a fence is left", Scenarios.dyingWriter(), LooseFences::end),
    A_ROLLBACK_LOWERS_ITS_FENCE("R5", "a lease or a fence is left", Scenarios.rollback("B"), LooseFences::lowering),
    A_LOWERED_FENCE_TAKES_THE_VALUE_OUT(
            "R22", "P1", Scenarios.meanwhile(scene -> scene.pass(Scene.FENCE)), LooseFences::deletionAtLower),
    A_LOWERED_FENCE_VOIDS_LEASES(
            "R22", "P1", Scenarios.meanwhile(scene -> scene.pass(Scene.FENCE)), LooseFences::voidingAtLower),
    NO_LEASE_FOR_AN_OLDER_VIEW("R8", "P1", Scenarios.oldSnapshot("B"), LooseLeases::ageOfTheView),
    AN_UNKNOWN_OUTCOME_KEEPS_ITS_FENCE("R9", "P1", Scenarios.lateCommit(false)),
    AN_EXPIRED_FENCE_COUNTS_UNTIL_ITS_END(
            "R9", "P1", Scenarios.dyingWriterBesideASnapshot().store(LooseFences.endForOlderViews())),
    FENCES_ARE_COUNTED("R37", "P1", Scenarios.twoWriters(), LooseFences::count),
    ONLY_A_WRITER_ALONE_LEAVES_ITS_VALUE(
            "R37", "P1", Scenarios.updates(UPDATE_OF_ANOTHER_ROW_ON_B), LooseFences::contest),
    TAGS_HAVE_FENCES("R2", "P1", Scenarios.loadWithTag("B"), LooseFences::ofTags),
    TAGS_HAVE_VERSIONS("R32", "P1", Scenarios.loadWithTag("B"), LooseFences::versionsOfTags),
    SWEEPS_LOOK_TWICE("R32", "P1", Scenarios.sweep(1, "B")),
    SWEEPS_ARE_RECORDED("R4", "P5", Scenarios.dyingSweep(false)),
    A_WRITER_BYPASSES("R6", "P0", Scenarios.ownReads("A", false)),
    LEVEL_1_HAS_SEATS("R13", "P2", Scenarios.nearReads(READ_ON_A, WRITE_ON_A), LooseNear.seats()),
    A_WRITE_TAKES_SEATS_AWAY("R13", "P2", Scenarios.nearReads(READ_ON_A, WRITE_ON_A), LooseNear.seatsTakenAway()),
    OWN_WRITES_REACH_LEVEL_1("R13", "P2", Scenarios.nearReads(READ_ON_A, WRITE_ON_A), LooseNear.ownWrites()),
    A_DEAF_NODE_IS_NOT_BELIEVED("R16", "P3", Scenarios.nearHits(), LooseNear.deafness()),
    A_GAP_EMPTIES_LEVEL_1("R18", "P3", Scenarios.gap(), LooseNear.gaps()),
    LEVEL_1_ENDS_WITH_LEVEL_2("R25", "P5", Scenarios.foreignWrite(), LooseNear.endOfLevel2()),
    WHAT_DID_NOT_ARRIVE_IS_WITHHELD("P2", "P2", Scenarios.lostInvalidations(false)),
    A_LATE_CALLER_IS_TOLD_FROM_AN_EARLY_ONE(
            "R43", "P1", Scenarios.away(READ_ON_A).clock(time -> () -> -time.nanos()));

    final String race;
    final String broken;

    @SuppressWarnings("ImmutableEnumChecker") // nobody changes it any more
    final Scenario scenario;

    Defence(String race, String broken, Scenario scenario, Loose.Out out) {
        this(race, broken, scenario.store(Loose.without(out)));
    }

    Defence(String race, String broken, Scenario scenario, Scenario.Between<Near> level1) {
        this(race, broken, scenario.level1(level1));
    }

    Defence(String race, String broken, Scenario scenario) {
        this.race = race;
        this.broken = broken;
        this.scenario = scenario;
    }
}
