package dev.alacena.cache.engine;

import static dev.alacena.cache.engine.Guard.STALENESS;
import static dev.alacena.cache.engine.Guard.token;
import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Revocations.Source;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Who answers, in a network that a test cuts; the authority is Redis alone, or nobody. */
class RevocationChecksTest {
    private final Kitchen other = Kitchen.open();
    private final AtomicReference<Listener> told = new AtomicReference<>();
    private final Guard revoker = new Guard(other.cupboard, other.time, null, Duration.ZERO);

    /** A node that hears only what a test tells it. */
    private Guard deaf(Duration trustMemory) {
        Deaf deaf = Deaf.on(other);
        told.set(deaf.listener);
        return new Guard(deaf.node.cupboard, other.time, null, trustMemory);
    }

    private void hear() {
        told.get().heard(other.time.nanos());
    }

    @Test
    void aNodeThatHearsAnswersFromMemory() {
        Guard node = deaf(Duration.ZERO);
        node.refill();
        hear();
        assertThat(node.accepts("a")).isTrue();
        told.get().invalidated(new Announcement.OfRevocation(token("a")));
        assertThat(node.accepts("a")).isFalse();
        assertThat(node.count(Source.MEMORY)).isEqualTo(2);
        assertThat(node.count(Source.REDIS)).isZero();
    }

    @Test
    void aNodeThatHasNotHeardForMaxStalenessAsksTheCopy() {
        Guard node = deaf(Duration.ZERO);
        node.refill();
        hear();
        revoker.revoke(token("a"));
        assertThat(node.accepts("a")).as("not told yet, and heard just now").isTrue();
        other.time.pass(STALENESS);
        assertThat(node.accepts("a")).isFalse();
        assertThat(node.accepts("b")).isTrue();
        assertThat(node.count(Source.REDIS)).isEqualTo(2);
    }

    @Test
    void aNodeThatMissedSomethingAsksTheCopyUntilItHasLoaded() {
        Guard node = deaf(Duration.ZERO);
        node.refill();
        revoker.revoke(token("a"));
        told.get().missed();
        hear();
        assertThat(node.accepts("a")).isFalse();
        assertThat(node.accepts("b")).isTrue();
        assertThat(node.count(Source.MEMORY)).isZero();
        node.refill();
        assertThat(node.accepts("a")).isFalse();
        assertThat(node.accepts("b")).isTrue();
        assertThat(node.count(Source.MEMORY)).isEqualTo(2);
    }

    @Test
    void theLatestMarkIsTheCopysWhereThereIsNoAuthority() throws SQLException {
        Guard node = deaf(Duration.ZERO);
        node.refill();
        hear();
        assertThat(node.checks.latestMark(Guard.ISSUER, "ann")).isEqualTo(Findings.NO_MARK);
        revoker.revoke(new Revocation(Revocation.Kind.SUBJECT, Guard.ISSUER, "ann", 1_000, 2_000));
        assertThat(node.checks.latestMark(Guard.ISSUER, "ann"))
                .as("not told yet")
                .isEqualTo(1_000);
    }

    @Test
    void theLatestMarkIsWhatMemoryKnowsWhenTheCopyDoesNotAnswer() throws SQLException {
        Switched network = new Switched();
        Kitchen kitchen = Kitchen.open(store -> Deaf.capturing(store, told::set), new FakeTime(), network);
        Guard node = new Guard(kitchen.cupboard, kitchen.time, null, Duration.ZERO);
        node.revoke(new Revocation(Revocation.Kind.SUBJECT, Guard.ISSUER, "ann", 1_000, 2_000));
        cutOff(network);
        assertThat(node.checks.latestMark(Guard.ISSUER, "ann")).isEqualTo(1_000);
    }

    @Test
    void aCopyWithoutItsMarkIsNoProofOfInnocence() {
        Guard node = deaf(Duration.ZERO);
        assertThat(node.unsure("b")).isTrue();
        revoker.revoke(token("a"));
        assertThat(node.unsure("a")).as("what is known refuses").isFalse();
        assertThat(node.accepts("a")).isFalse();
        node.refill();
        assertThat(node.accepts("b")).isTrue();
    }

    @Test
    void memoryIsTrustedForAsLongAsTheSettingSays() {
        Switched network = new Switched();
        Kitchen kitchen = Kitchen.open(store -> Deaf.capturing(store, told::set), new FakeTime(), network);
        Guard node = new Guard(kitchen.cupboard, kitchen.time, null, Duration.ofMinutes(1));
        node.refill();
        told.get().heard(kitchen.time.nanos());
        cutOff(network);
        kitchen.time.pass(Duration.ofSeconds(59));
        assertThat(node.accepts("b")).isTrue();
        kitchen.time.pass(Duration.ofSeconds(1));
        assertThat(node.unsure("b")).isTrue();
        assertThat(node.count(Source.TRUSTED_MEMORY)).isEqualTo(1);
    }

    @Test
    void whatMemoryKnowsStaysRefusedWhenNobodyAnswers() {
        Switched network = new Switched();
        Kitchen kitchen = Kitchen.open(store -> Deaf.capturing(store, told::set), new FakeTime(), network);
        Guard node = new Guard(kitchen.cupboard, kitchen.time, null, Duration.ZERO);
        node.refill();
        node.revoke(token("a"));
        told.get().missed();
        cutOff(network);
        assertThat(node.accepts("a")).isFalse();
        assertThat(node.unsure("a")).isFalse();
        assertThat(node.unsure("b")).isTrue();
    }

    private static void cutOff(Switched network) {
        for (int i = 0; i < 3; i++) {
            network.failed(new TimeoutException("cut"), 0);
        }
        assertThat(network.open()).isTrue();
    }
}
