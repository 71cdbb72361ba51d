package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Store.Answer;
import dev.alacena.cache.engine.Store.Lease;
import dev.alacena.cache.engine.Store.Value;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The laws of a store; each store has a test class that holds it to them. */
public abstract class StoreContract {
    protected static final Duration LONG = Duration.ofSeconds(30);
    protected static final Duration SHORT = Duration.ofMillis(20);
    protected static final Key KEY = new Key("users", "42", "0a0b0c0d");

    /** An empty store. */
    protected abstract Store store();

    /** Lets time pass for the store. */
    protected abstract void pass(Duration duration);

    protected static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Lease lease(String token) {
        return new Lease(token, LONG, null, Duration.ZERO);
    }

    private static Lease rejecting(String token, byte[] stored) {
        return new Lease(token, LONG, stored, Duration.ZERO);
    }

    private static Value value(String text) {
        return new Value(bytes(text), LONG);
    }

    private Answer answer(Key key, Lease lease) {
        return get(store().claim(key, lease)).answer();
    }

    private byte[] read() {
        return get(store().read(KEY, List.of())).bytes();
    }

    /** As the store has it. */
    private byte[] stored() {
        return get(store().read(KEY, List.of())).stored();
    }

    @Test
    void aKeyThatNobodyFilledIsAbsent() {
        assertThat(read()).isNull();
        assertThat(get(store().remaining(KEY))).isEmpty();
    }

    @Test
    void theOwnerOfTheLeaseFills() {
        assertThat(answer(KEY, lease("a"))).isEqualTo(Answer.GRANTED);
        assertThat(get(store().fill(KEY, "a", value("v1")))).isTrue();
        assertThat(read()).isEqualTo(bytes("v1"));
    }

    @Test
    void aLeaseIsGrantedOnce() {
        get(store().claim(KEY, lease("a")));
        assertThat(answer(KEY, lease("b"))).isEqualTo(Answer.HELD);
    }

    @Test
    void whoeverClaimsAFilledKeyIsToldSo() {
        get(store().claim(KEY, lease("a")));
        get(store().fill(KEY, "a", value("v1")));
        assertThat(answer(KEY, lease("b"))).isEqualTo(Answer.FILLED);
    }

    @Test
    void aRejectedValueCountsAsAbsent() {
        get(store().put(KEY, value("old")));
        assertThat(answer(KEY, rejecting("a", stored()))).isEqualTo(Answer.GRANTED);
    }

    @Test
    void anotherValueThanTheRejectedOneCounts() {
        get(store().put(KEY, value("old")));
        byte[] old = stored();
        get(store().put(KEY, value("new")));
        assertThat(answer(KEY, rejecting("a", old))).isEqualTo(Answer.FILLED);
        assertThat(read()).isEqualTo(bytes("new"));
    }

    @Test
    void theSameBytesStoredAnewAreNotTheRejectedOnes() {
        get(store().put(KEY, value("same")));
        byte[] rejected = stored();
        pass(Duration.ofMillis(2));
        get(store().claim(KEY, rejecting("a", rejected)));
        assertThat(get(store().fill(KEY, "a", value("same")))).isTrue();
        assertThat(answer(KEY, rejecting("b", rejected))).isEqualTo(Answer.FILLED);
    }

    @Test
    void aLeaseServesOneFill() {
        get(store().claim(KEY, lease("a")));
        get(store().fill(KEY, "a", value("v1")));
        assertThat(get(store().fill(KEY, "a", value("v2")))).isFalse();
        assertThat(read()).isEqualTo(bytes("v1"));
    }

    @Test
    void aFillWithoutTheLeaseIsRefused() {
        get(store().claim(KEY, lease("a")));
        assertThat(get(store().fill(KEY, "b", value("v1")))).isFalse();
        assertThat(read()).isNull();
    }

    @Test
    void anExpiredLeaseFillsNothingAndIsGrantedAnew() {
        get(store().claim(KEY, new Lease("a", SHORT, null, Duration.ZERO)));
        pass(SHORT);
        assertThat(get(store().fill(KEY, "a", value("late")))).isFalse();
        assertThat(answer(KEY, lease("b"))).isEqualTo(Answer.GRANTED);
    }

    @Test
    void anAbandonedLeaseIsGrantedAnewAndOnlyItsOwnerAbandonsIt() {
        get(store().claim(KEY, lease("a")));
        assertThat(get(store().abandon(KEY, "b"))).isFalse();
        assertThat(answer(KEY, lease("c"))).isEqualTo(Answer.HELD);
        assertThat(get(store().abandon(KEY, "a"))).isTrue();
        assertThat(answer(KEY, lease("c"))).isEqualTo(Answer.GRANTED);
    }

    @Test
    void anInvalidationVoidsTheLoadInFlight() {
        get(store().claim(KEY, lease("a")));
        assertThat(get(store().invalidate(KEY))).isFalse();
        assertThat(get(store().fill(KEY, "a", value("stale")))).isFalse();
        assertThat(read()).isNull();
    }

    @Test
    void anInvalidationTakesTheValueOut() {
        get(store().put(KEY, value("v1")));
        assertThat(get(store().invalidate(KEY))).isTrue();
        assertThat(read()).isNull();
    }

    @Test
    void aPutVoidsTheLoadInFlight() {
        get(store().claim(KEY, lease("a")));
        assertThat(get(store().put(KEY, value("v2")))).isTrue();
        assertThat(get(store().fill(KEY, "a", value("v1")))).isFalse();
        assertThat(read()).isEqualTo(bytes("v2"));
    }

    @Test
    void aValueExpires() {
        get(store().put(KEY, new Value(bytes("v1"), SHORT)));
        pass(SHORT);
        assertThat(read()).isNull();
        assertThat(get(store().remaining(KEY))).isEmpty();
    }

    @Test
    void aValueHasATimeToLive() {
        get(store().put(KEY, value("v1")));
        assertThat(get(store().remaining(KEY)))
                .hasValueSatisfying(left -> assertThat(left).isBetween(LONG.minusSeconds(10), LONG));
    }

    @Test
    void whatIsLeftOfTheTimeToLiveIsNeverOverstated() {
        get(store().put(KEY, value("v1")));
        Duration left = get(store().read(KEY, List.of())).remaining();
        assertThat(left).isBetween(LONG.minusSeconds(10), LONG);
    }

    @Test
    void bytesComeBackAsTheyWere() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        get(store().put(KEY, new Value(all, LONG)));
        assertThat(read()).isEqualTo(all);
    }

    @Test
    void twoVersionsOfAnApplicationKeepTheirValuesApart() {
        Key other = new Key(KEY.cache(), KEY.text(), "ffffffff");
        get(store().claim(KEY, lease("a")));
        assertThat(answer(other, lease("b"))).isEqualTo(Answer.GRANTED);
        get(store().fill(KEY, "a", value("old shape")));
        get(store().fill(other, "b", value("new shape")));
        assertThat(read()).isEqualTo(bytes("old shape"));
    }

    @Test
    void tagsHaveVersionsThatStay() {
        Map<String, Long> first = get(store().tags(List.of("t1", "t2"), LONG, Duration.ZERO));
        assertThat(first).containsOnlyKeys("t1", "t2");
        assertThat(get(store().tags(List.of("t1", "t2"), LONG, Duration.ZERO))).isEqualTo(first);
        assertThat(get(store().read(KEY, List.of("t1", "t2", "t3"))).tags()).isEqualTo(first);
    }

    @Test
    void anInvalidatedTagNeverHasItsOldVersionAgain() {
        long before = get(store().tags(List.of("t1"), LONG, Duration.ZERO)).getOrDefault("t1", 0L);
        get(store().invalidateTags(List.of("t1", "t2")));
        assertThat(get(store().read(KEY, List.of("t1"))).tags()).isEmpty();
        assertThat(get(store().tags(List.of("t1"), LONG, Duration.ZERO))).doesNotContainValue(before);
    }
}
