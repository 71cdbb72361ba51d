package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Store.Answer;
import dev.alacena.cache.engine.Store.Claim;
import dev.alacena.cache.engine.Store.Lease;
import dev.alacena.cache.engine.Store.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The laws of loaders whose view of the database may be older than their load. */
public abstract class ViewContract extends FenceContract {
    private static final Value NEW = new Value(bytes("new"), LONG);
    private static final Key OF_ANOTHER_CACHE = new Key("lists", "42", "0a0b0c0d");

    /** More than it takes to see that a fence stands. */
    private static final Duration WHILE = Duration.ofMillis(500);

    /** From before all that a test does. */
    private static final Duration OLD = LONG;

    /** From after all that a test did before it let {@link #SHORT} pass. */
    private static final Duration YOUNG = SHORT.dividedBy(2);

    /** The clock by which loaders tell the age of their views. */
    protected abstract long nanos();

    private Duration since(long began) {
        return Duration.ofNanos(nanos() - began);
    }

    private Claim claim(Key key, String token, Duration age) {
        return get(store().claim(key, new Lease(token, LONG, null, age)));
    }

    private Answer claim(String token, Duration age) {
        return claim(KEY, token, age).answer();
    }

    private Map<String, Long> tags(Duration age) {
        return get(store().tags(List.of("t", "u"), LONG, age));
    }

    @Test
    void aViewOfWhatNobodyInvalidatedMayBeOfAnyAge() {
        assertThat(claim(KEY, "a", OLD)).isEqualTo(new Claim(Answer.GRANTED, false));
        assertThat(get(store().fill(KEY, "a", NEW))).isTrue();
        assertThat(tags(OLD)).containsOnlyKeys("t", "u");
    }

    @Test
    void r8AViewThatMayBeOlderThanAnInvalidationGetsNoLease() {
        get(store().invalidate(KEY));
        assertThat(claim(KEY, "a", OLD)).isEqualTo(new Claim(Answer.OUTDATED, true));
        assertThat(get(store().fill(KEY, "a", NEW))).isFalse();
        assertThat(claim("b", Duration.ZERO)).isEqualTo(Answer.GRANTED);
    }

    @Test
    void aViewFromAfterAnInvalidationGetsALease() {
        get(store().invalidate(KEY));
        pass(SHORT);
        assertThat(claim("a", YOUNG)).isEqualTo(Answer.GRANTED);
    }

    @Test
    void anOlderViewDoesNotWaitForWhoeverLoadsAnew() {
        get(store().invalidate(KEY));
        claim("a", Duration.ZERO);
        assertThat(claim("b", OLD)).isEqualTo(Answer.OUTDATED);
        assertThat(get(store().fill(KEY, "a", NEW))).isTrue();
    }

    @Test
    void whatWasStoredSinceIsThereForOlderViewsToo() {
        get(store().put(KEY, NEW));
        assertThat(claim("a", OLD)).isEqualTo(Answer.FILLED);
    }

    @Test
    void whatWasStoredAndIsOverIsNotStoredAnewFromAnOlderView() {
        get(store().put(KEY, new Value(bytes("v1"), SHORT)));
        pass(SHORT);
        assertThat(claim("a", OLD)).isEqualTo(Answer.OUTDATED);
    }

    @Test
    void theLastInvalidationCounts() {
        get(store().invalidate(KEY));
        pass(SHORT);
        get(store().invalidate(KEY));
        assertThat(claim("a", YOUNG.plus(OLD))).isEqualTo(Answer.OUTDATED);
        pass(SHORT);
        assertThat(claim("b", YOUNG)).isEqualTo(Answer.GRANTED);
    }

    @Test
    void loadsThatComeAndGoDoNotShortenWhatIsRemembered() {
        get(store().invalidate(KEY));
        get(store().claim(KEY, new Lease("a", SHORT, null, Duration.ZERO)));
        get(store().fill(KEY, "a", new Value(bytes("v1"), SHORT)));
        pass(SHORT);
        claim("b", Duration.ZERO);
        get(store().abandon(KEY, "b"));
        assertThat(claim("c", OLD)).isEqualTo(Answer.OUTDATED);
    }

    @Test
    void aStandingFenceIsToldBeforeTheAgeOfTheView() {
        get(store().raise(KEY, "f", LONG));
        assertThat(claim("a", OLD)).isEqualTo(Answer.FENCED);
    }

    @Test
    void aLoweredFenceCountsFromWhenItWasLowered() {
        get(store().raise(KEY, "f", LONG));
        pass(SHORT);
        get(store().lower(KEY, "f", null));
        assertThat(claim("a", OLD)).isEqualTo(Answer.OUTDATED);
        pass(SHORT);
        assertThat(claim("b", YOUNG)).isEqualTo(Answer.GRANTED);
    }

    @Test
    void r9AnExpiredFenceCountsFromItsEndAsItsWriterMayHaveCommittedUntilThen() {
        get(store().raise(KEY, "f", WHILE));
        get(store().raiseTag("t", "f", WHILE));
        pass(SHORT);
        long began = nanos();
        assertThat(claim("a", since(began))).isEqualTo(Answer.FENCED);
        pass(WHILE);
        assertThat(claim("b", since(began))).isEqualTo(Answer.OUTDATED);
        assertThat(tags(since(began))).containsOnlyKeys("u");
        pass(SHORT);
        assertThat(claim("c", YOUNG)).isEqualTo(Answer.GRANTED);
        assertThat(tags(YOUNG)).containsOnlyKeys("t", "u");
    }

    @Test
    void r8ATagHasNoVersionForAViewThatMayBeOlderThanItsInvalidation() {
        tags(Duration.ZERO);
        get(store().invalidateTags(List.of("t")));
        assertThat(tags(OLD)).containsOnlyKeys("u");
        assertThat(tags(Duration.ZERO)).containsOnlyKeys("t", "u");
        assertThat(tags(OLD)).as("though it has one for others").containsOnlyKeys("u");
        pass(SHORT);
        assertThat(tags(YOUNG)).isEqualTo(tags(Duration.ZERO));
    }

    @Test
    void theLoweredFenceOfATagCountsFromWhenItWasLowered() {
        get(store().raiseTag("t", "f", LONG));
        pass(SHORT);
        get(store().lowerTag("t", "f"));
        assertThat(tags(OLD)).containsOnlyKeys("u");
        pass(SHORT);
        assertThat(tags(YOUNG)).containsOnlyKeys("t", "u");
    }

    @Test
    void r8AViewThatMayBeOlderThanASweepGetsNoLeaseOfACacheThatWasSwept() {
        String cache = KEY.cache();
        for (Sweep sweep :
                List.of(new Sweep.All(cache), new Sweep.Prefix(cache, "7"), new Sweep.Pattern(cache, "7*"))) {
            pass(SHORT);
            assertThat(claim("young", YOUNG)).as("before " + sweep).isEqualTo(Answer.GRANTED);
            get(store().abandon(KEY, "young"));
            get(store().sweep(sweep));
            assertThat(claim("old", OLD)).as("after " + sweep).isEqualTo(Answer.OUTDATED);
            assertThat(get(store().fill(KEY, "old", NEW))).isFalse();
            assertThat(claim(OF_ANOTHER_CACHE, "old", OLD).answer()).isEqualTo(Answer.GRANTED);
            get(store().abandon(OF_ANOTHER_CACHE, "old"));
        }
    }

    @Test
    void r8ASweepOfAllCachesCountsForEachOfThem() {
        for (Sweep sweep : List.of(new Sweep.Everything(), Sweep.Names.of(List.of("users:7")))) {
            pass(SHORT);
            assertThat(claim(OF_ANOTHER_CACHE, "young", YOUNG).answer()).isEqualTo(Answer.GRANTED);
            get(store().abandon(OF_ANOTHER_CACHE, "young"));
            get(store().sweep(sweep));
            assertThat(claim(OF_ANOTHER_CACHE, "old", OLD).answer()).isEqualTo(Answer.OUTDATED);
        }
    }

    @Test
    void anOlderViewDoesNotWaitForWhoeverLoadsAfterASweep() {
        get(store().sweep(new Sweep.All(KEY.cache())));
        assertThat(claim("a", Duration.ZERO)).isEqualTo(Answer.GRANTED);
        assertThat(claim("b", OLD)).isEqualTo(Answer.OUTDATED);
        assertThat(get(store().fill(KEY, "a", NEW))).isTrue();
        assertThat(claim("c", OLD)).isEqualTo(Answer.FILLED);
    }

    @Test
    void aSweepOfEverythingForgetsTheVersionsOfTagsAndRefusesOlderViewsByTheirLease() {
        tags(Duration.ZERO);
        get(store().invalidateTags(List.of("u")));
        pass(SHORT);
        Map<String, Long> before = tags(Duration.ZERO);
        get(store().sweep(new Sweep.Everything()));
        assertThat(get(store().read(KEY, List.of("t", "u"))).tags()).isEmpty();
        assertThat(claim("a", YOUNG.plus(OLD))).isEqualTo(Answer.OUTDATED);
        assertThat(tags(OLD)).containsOnlyKeys("t").doesNotContainValue(before.get("t"));
    }

    @Test
    void aWriterWhoseFenceStoodRaisesItAgainAndIsStillAlone() {
        get(store().raise(KEY, "f", LONG));
        get(store().raise(KEY, "f", LONG, true));
        assertThat(get(store().lower(KEY, "f", NEW))).isTrue();
    }

    @Test
    void aFenceThatIsRaisedAgainStandsForItsTimeAnew() {
        get(store().raise(KEY, "f", SHORT));
        get(store().raise(KEY, "f", LONG, true));
        pass(SHORT);
        assertThat(claim("a", Duration.ZERO)).isEqualTo(Answer.FENCED);
    }

    @Test
    void r22AWriterWhoseFenceWasGoneWhenItRaisedItAgainLeavesNothing() {
        get(store().raise(KEY, "f", SHORT));
        pass(SHORT);
        claim("a", Duration.ZERO);
        get(store().fill(KEY, "a", NEW));
        assertThat(get(store().raise(KEY, "f", LONG, true)))
                .as("what came in meanwhile goes")
                .isTrue();
        assertThat(claim("b", OLD)).isEqualTo(Answer.FENCED);
        assertThat(get(store().lower(KEY, "f", NEW))).isFalse();
        assertThat(claim("c", Duration.ZERO)).isEqualTo(Answer.GRANTED);
    }

    @Test
    void whoeverRaisesItsFenceForTheFirstTimeHasLostNone() {
        get(store().raise(KEY, "f", SHORT));
        pass(SHORT);
        get(store().raise(KEY, "f", LONG, false));
        assertThat(get(store().lower(KEY, "f", NEW))).isTrue();
    }

    @Test
    void r22AFenceThatWasGoneSpoilsThoseItMeetsAndNoLaterOne() {
        get(store().raise(KEY, "g", LONG));
        get(store().raise(KEY, "f", LONG, true));
        get(store().lower(KEY, "f", null));
        assertThat(get(store().lower(KEY, "g", NEW))).isFalse();
        get(store().raise(KEY, "f", LONG, true));
        get(store().lower(KEY, "f", null));
        get(store().raise(KEY, "g", LONG));
        assertThat(get(store().lower(KEY, "g", NEW))).isTrue();
    }
}
