package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Store.Answer;
import dev.alacena.cache.engine.Store.Lease;
import dev.alacena.cache.engine.Store.Value;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The laws of fences, and of sweeps. */
public abstract class FenceContract extends StoreContract {
    private static final Value NEW = new Value(bytes("new"), LONG);

    private byte[] value() {
        return get(store().read(KEY, List.of())).bytes();
    }

    private Answer claim(String token) {
        return get(store().claim(KEY, new Lease(token, LONG, null, Duration.ZERO)))
                .answer();
    }

    @Test
    void aFenceTakesTheValueOutAndVoidsTheLoadInFlight() {
        get(store().put(KEY, NEW));
        assertThat(get(store().raise(KEY, "f", LONG))).isTrue();
        assertThat(value()).isNull();
        get(store().lower(KEY, "f", null));
        claim("a");
        assertThat(get(store().raise(KEY, "g", LONG))).isFalse();
        assertThat(get(store().fill(KEY, "a", NEW))).isFalse();
    }

    @Test
    void whileAFenceStandsNoLeaseIsGrantedAndNothingIsPut() {
        get(store().raise(KEY, "f", LONG));
        assertThat(claim("a")).isEqualTo(Answer.FENCED);
        assertThat(get(store().put(KEY, NEW))).isFalse();
        assertThat(value()).isNull();
    }

    @Test
    void aLoweredFenceLetsLoadsIn() {
        get(store().raise(KEY, "f", LONG));
        get(store().lower(KEY, "f", null));
        assertThat(claim("a")).isEqualTo(Answer.GRANTED);
    }

    @Test
    void theFenceOfADeadWriterExpires() {
        get(store().raise(KEY, "f", SHORT));
        pass(SHORT);
        assertThat(claim("a")).isEqualTo(Answer.GRANTED);
    }

    @Test
    void whatCameInAfterAFenceExpiredGoesWhenItIsLowered() {
        get(store().raise(KEY, "f", SHORT));
        pass(SHORT);
        claim("a");
        get(store().fill(KEY, "a", new Value(bytes("before the commit"), LONG)));
        get(store().lower(KEY, "f", null));
        assertThat(value()).isNull();
    }

    @Test
    void aLoadThatBeganAfterAFenceExpiredIsVoidWhenItIsLowered() {
        get(store().raise(KEY, "f", SHORT));
        pass(SHORT);
        claim("a");
        get(store().lower(KEY, "f", null));
        assertThat(get(store().fill(KEY, "a", NEW))).isFalse();
    }

    @Test
    void aWriterThatWasAloneLeavesItsValue() {
        get(store().raise(KEY, "f", LONG));
        assertThat(get(store().lower(KEY, "f", NEW))).isTrue();
        assertThat(value()).isEqualTo(bytes("new"));
    }

    @Test
    void aWriterRaisesItsFenceTwiceAndIsStillAlone() {
        get(store().raise(KEY, "f", LONG));
        get(store().raise(KEY, "f", LONG));
        assertThat(get(store().lower(KEY, "f", NEW))).isTrue();
    }

    @Test
    void ofTwoWritersNeitherLeavesItsValue() {
        get(store().raise(KEY, "f", LONG));
        get(store().raise(KEY, "g", LONG));
        assertThat(get(store().lower(KEY, "f", NEW))).isFalse();
        assertThat(claim("a")).isEqualTo(Answer.FENCED);
        assertThat(get(store().lower(KEY, "g", NEW))).isFalse();
        assertThat(value()).isNull();
        assertThat(claim("a")).isEqualTo(Answer.GRANTED);
    }

    @Test
    void aWriterWhoseFenceExpiredLeavesNothing() {
        get(store().raise(KEY, "f", SHORT));
        pass(SHORT);
        assertThat(get(store().lower(KEY, "f", NEW))).isFalse();
        assertThat(value()).isNull();
    }

    @Test
    void afterAContestTheNextWriterIsAloneAgain() {
        get(store().raise(KEY, "f", LONG));
        get(store().raise(KEY, "g", LONG));
        get(store().lower(KEY, "f", null));
        get(store().lower(KEY, "g", null));
        get(store().raise(KEY, "h", LONG));
        assertThat(get(store().lower(KEY, "h", NEW))).isTrue();
    }

    @Test
    void anInvalidationLeavesFencesStanding() {
        get(store().raise(KEY, "f", LONG));
        get(store().invalidate(KEY));
        assertThat(claim("a")).isEqualTo(Answer.FENCED);
    }

    /** By a loader whose view of the database may be older. */
    private Answer claimInAnOldView() {
        return get(store().claim(KEY, new Lease("old", LONG, null, LONG))).answer();
    }

    @Test
    void r30AnInvalidationOfAnAbsentKeyIsRememberedToo() {
        get(store().invalidate(KEY));
        assertThat(claimInAnOldView()).isEqualTo(Answer.OUTDATED);
        assertThat(claim("a")).isEqualTo(Answer.GRANTED);
    }

    @Test
    void r30AFenceOfAnAbsentKeyIsRememberedAfterItsEnd() {
        get(store().raise(KEY, "f", SHORT));
        pass(SHORT);
        assertThat(claimInAnOldView()).isEqualTo(Answer.OUTDATED);
        assertThat(claim("a")).isEqualTo(Answer.GRANTED);
    }

    @Test
    void aTagBehindAFenceHasNoVersion() {
        get(store().tags(List.of("t1"), LONG, Duration.ZERO));
        get(store().raiseTag("t1", "f", LONG));
        assertThat(get(store().tags(List.of("t1"), LONG, Duration.ZERO))).isEmpty();
        assertThat(get(store().read(KEY, List.of("t1"))).tags()).isEmpty();
        get(store().raiseTag("t1", "g", LONG));
        get(store().lowerTag("t1", "f"));
        assertThat(get(store().tags(List.of("t1"), LONG, Duration.ZERO))).isEmpty();
        get(store().lowerTag("t1", "g"));
        assertThat(get(store().tags(List.of("t1"), LONG, Duration.ZERO))).containsOnlyKeys("t1");
    }

    @Test
    void theFenceOfATagExpires() {
        get(store().raiseTag("t1", "f", SHORT));
        pass(SHORT);
        assertThat(get(store().tags(List.of("t1"), LONG, Duration.ZERO))).containsOnlyKeys("t1");
    }

    @Test
    void shortenedKeysThatMayBeMeantAreSweptToo() {
        String start = "a".repeat(Sweep.KEPT);
        get(store().put(new Key("lists", start + Sweep.SHORTENED + "00", "0a0b0c0d"), NEW));
        get(store().put(new Key("lists", "b".repeat(Sweep.KEPT) + Sweep.SHORTENED + "00", "0a0b0c0d"), NEW));
        assertThat(get(store().sweep(new Sweep.Prefix("lists", start + "and more"))))
                .isEqualTo(1);
        assertThat(get(store().sweep(new Sweep.Pattern("lists", "*:end")))).isEqualTo(1);
    }

    @Test
    void aSweepTakesOutWhatItMatchesAndCountsIt() {
        for (String text : List.of("1:a", "1:b", "2:a")) {
            get(store().put(new Key("lists", text, "0a0b0c0d"), NEW));
        }
        get(store().put(KEY, NEW));
        assertThat(get(store().sweep(new Sweep.Prefix("lists", "1:")))).isEqualTo(2);
        assertThat(get(store().sweep(new Sweep.Pattern("lists", "?:a")))).isEqualTo(1);
        assertThat(get(store().sweep(new Sweep.All("lists")))).isZero();
        assertThat(value()).isEqualTo(bytes("new"));
        assertThat(get(store().sweep(new Sweep.Everything()))).isEqualTo(1);
        assertThat(value()).isNull();
    }

    @Test
    void aSweepVoidsLoadsInFlightAndLeavesFencesStanding() {
        claim("a");
        get(store().sweep(new Sweep.All(KEY.cache())));
        assertThat(get(store().fill(KEY, "a", NEW))).isFalse();
        get(store().raise(KEY, "f", LONG));
        get(store().sweep(new Sweep.Everything()));
        assertThat(claim("b")).isEqualTo(Answer.FENCED);
    }

    @Test
    void globCharactersInAPrefixStandForThemselves() {
        get(store().put(new Key("lists", "a[b]c", "0a0b0c0d"), NEW));
        get(store().put(new Key("lists", "abc", "0a0b0c0d"), NEW));
        assertThat(get(store().sweep(new Sweep.Prefix("lists", "a[b]")))).isEqualTo(1);
        assertThat(get(store().sweep(new Sweep.Pattern("lists", "a\\*c")))).isZero();
        assertThat(get(store().sweep(new Sweep.Pattern("lists", "a*c")))).isEqualTo(1);
    }
}
