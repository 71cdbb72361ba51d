package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.MissReason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A store that goes away costs little, and nothing that was invalidated meanwhile comes back with it. */
class RecoveryTest {
    private final Kitchen other = Kitchen.open();
    private final Switched link = new Switched();
    private final Kitchen kitchen = Kitchen.open(ignored -> link.between(other.store), other.time, link);
    private final Space space = Kitchen.space(String.class, false);
    private final Request request = Kitchen.request(space, "42", "user:42");
    private final AtomicReference<String> database = new AtomicReference<>("v1");

    private Object read(Kitchen node) throws Exception {
        return node.engine().get(request, database::get);
    }

    private void attempt() {
        Runnable next = kitchen.later.poll();
        assertThat(next).isNotNull();
        next.run();
    }

    private void breakIt() throws Exception {
        link.away(true);
        for (int i = 0; i < 3; i++) {
            assertThat(read(kitchen)).isEqualTo(database.get());
        }
        assertThat(link.open()).isTrue();
    }

    @Test
    void anOpenBreakerSendsNothing() throws Exception {
        breakIt();
        int before = link.commands.get();
        assertThat(read(kitchen)).isEqualTo("v1");
        kitchen.write(Kitchen.keys(request), () -> database.set("v2"));
        assertThat(read(kitchen)).isEqualTo("v2");
        assertThat(link.commands).hasValue(before);
        assertThat(space.counters().misses()).containsEntry(MissReason.UNAVAILABLE, 5L);
    }

    @Test
    void aStoreThatAnswersAgainIsUsedAgain() throws Exception {
        breakIt();
        attempt();
        assertThat(link.open()).isTrue();
        link.away(false);
        attempt();
        assertThat(link.open()).isFalse();
        read(kitchen);
        database.set("not asked for");
        assertThat(read(kitchen)).isEqualTo("v1");
    }

    @Test
    void aStoreThatGoesAwayAsSoonAsTheBreakerHasClosedIsTriedAgain() throws Exception {
        breakIt();
        link.away(false);
        link.afterNextClose(() -> {
            link.away(true);
            for (int i = 0; i < 3; i++) {
                kitchen.cupboard.direct().list(Sweep.Names.of(List.of("*")), 1);
            }
        });
        attempt();
        assertThat(link.open()).isTrue();
        link.away(false);
        attempt();
        assertThat(link.open()).isFalse();
        assertThat(kitchen.later).isEmpty();
    }

    @Test
    void keptInvalidationsAreSentBeforeTheBreakerCloses() throws Exception {
        read(other);
        breakIt();
        kitchen.write(Kitchen.keys(request), () -> database.set("v2"));
        assertThat(read(other)).isEqualTo("v1");
        link.away(false);
        attempt();
        assertThat(link.open()).isFalse();
        assertThat(read(kitchen)).isEqualTo("v2");
        assertThat(read(other)).isEqualTo("v2");
    }

    @Test
    void keptInvalidationsOfTagsAndSweepsAreSentToo() throws Exception {
        Request swept = Kitchen.request(space, "7");
        read(other);
        other.engine().get(swept, () -> "v1");
        breakIt();
        Changes sweep = new Changes(Map.of(), Set.of("user:42"), Set.of(new Sweep.Prefix("users", "7")));
        kitchen.write(sweep, () -> database.set("v2"));
        link.away(false);
        attempt();
        assertThat(read(other)).isEqualTo("v2");
        assertThat(other.engine().get(swept, () -> "v2")).isEqualTo("v2");
    }

    @Test
    void whatIsTakenOutByHandWhileTheStoreIsAwayIsNotKnownAndIsSentLater() throws Exception {
        Sweep.Names names = Sweep.Names.of(List.of("*:4?"));
        read(other);
        breakIt();
        Direct direct = kitchen.cupboard.direct();
        assertThat(direct.swept(names)).isEmpty();
        assertThat(direct.taken(request.key(), space.counters())).isEmpty();
        assertThat(direct.invalidateTags(List.of("t"))).isFalse();
        assertThat(direct.list(names, 10)).isEmpty();
        assertThat(other.cupboard.direct().list(names, 10))
                .hasValueSatisfying(found -> assertThat(found).hasSize(1));
        link.away(false);
        attempt();
        assertThat(other.cupboard.direct().list(names, 10))
                .hasValueSatisfying(found -> assertThat(found).isEmpty());
        assertThat(direct.swept(names)).hasValue(0);
        assertThat(direct.taken(request.key(), space.counters())).contains(false);
        assertThat(direct.invalidateTags(List.of("t"))).isTrue();
    }

    @Test
    void p2AnInvalidationThatMayNotHaveArrivedKeepsThisNodeFromTheStore() throws Exception {
        read(kitchen);
        link.away(true);
        kitchen.write(Kitchen.keys(request), () -> database.set("v2"));
        link.away(false);
        link.close();
        assertThat(read(other)).isEqualTo("v1");
        assertThat(read(kitchen)).isEqualTo("v2");
        attempt();
        assertThat(read(other)).isEqualTo("v2");
        read(kitchen);
        database.set("not asked for");
        assertThat(read(kitchen)).isEqualTo("v2");
    }

    @Test
    void whatDidNotArriveAndWasNotAnsweredIsCounted() throws Exception {
        read(kitchen);
        assertThat(kitchen.cupboard.recovery().unanswered()).isZero();
        link.away(true);
        kitchen.write(Kitchen.keys(request), () -> database.set("v2"));
        assertThat(kitchen.cupboard.recovery().unconfirmed()).isEqualTo(1);
        assertThat(kitchen.cupboard.recovery().unanswered()).isEqualTo(2);
        link.away(false);
        attempt();
        assertThat(kitchen.cupboard.recovery().unconfirmed()).isZero();
        assertThat(kitchen.cupboard.recovery().unanswered()).isEqualTo(2);
    }

    @Test
    void whatIsLostWhileTheRestIsSentIsSentToo() throws Exception {
        Request late = Kitchen.request(space, "late");
        read(other);
        other.engine().get(late, () -> "v1");
        breakIt();
        kitchen.write(Kitchen.keys(request), () -> database.set("v2"));
        link.away(false);
        link.atNextInvalidation(() -> kitchen.write(Kitchen.keys(late), () -> {}));
        attempt();
        attempt();
        assertThat(other.engine().get(late, () -> "v2")).isEqualTo("v2");
    }

    @Test
    void r19WhatWasInvalidatedInTheLastWhileIsSentAgainToAServerThatTookOver() throws Exception {
        AtomicReference<Listener> listener = new AtomicReference<>();
        Kitchen node = Kitchen.open(ignored -> Deaf.capturing(other.store, listener::set), other.time);
        node.write(Kitchen.keys(request), () -> database.set("v2"));
        other.time.pass(Kitchen.JOURNAL);
        resurrect("v1");
        assertThat(read(other)).isEqualTo("v1");
        listener.get().replaced();
        assertThat(read(other)).isEqualTo("v2");
    }

    @Test
    void whatWasInvalidatedLongAgoIsNotSentAgain() throws Exception {
        AtomicReference<Listener> listener = new AtomicReference<>();
        Kitchen node = Kitchen.open(ignored -> Deaf.capturing(other.store, listener::set), other.time);
        node.write(Kitchen.keys(request), () -> database.set("v2"));
        other.time.pass(Kitchen.JOURNAL.plusNanos(1));
        read(other);
        listener.get().replaced();
        database.set("not asked for");
        assertThat(read(other)).isEqualTo("v2");
    }

    /** As a failover does that lost an invalidation. */
    private void resurrect(String value) throws Exception {
        assertThat(other.engine().get(request, () -> value)).isEqualTo(value);
    }

    @Test
    void callersGatherAlsoWhileTheStoreIsAway() throws Exception {
        breakIt();
        AtomicInteger loads = new AtomicInteger();
        Object seen = kitchen.engine().get(request, () -> {
            loads.incrementAndGet();
            return "v1";
        });
        assertThat(seen).isEqualTo("v1");
        assertThat(loads).hasValue(1);
    }

    @Test
    void aFullJournalBecomesOneSweep() {
        Journal journal = new Journal(Kitchen.JOURNAL, other.time);
        for (int i = 0; i <= Journal.MOST; i++) {
            Announcement one = new Announcement.OfTag("t" + i);
            journal.lost(one, journal.begin(one));
        }
        assertThat(journal.unsent().get(0)).isEqualTo(new Announcement.OfSweep(new Sweep.Everything()));
        assertThat(journal.unsent()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aFullJournalOfConfirmedInvalidationsSendsNothingByItself() {
        Journal journal = new Journal(Kitchen.JOURNAL, other.time);
        for (int i = 0; i <= Journal.MOST; i++) {
            Announcement one = new Announcement.OfTag("t" + i);
            journal.sent(one, journal.begin(one));
        }
        assertThat(journal.unsent()).isEmpty();
        assertThat(journal.recent()).contains(new Announcement.OfSweep(new Sweep.Everything()));
    }

    @Test
    void anOlderSendingConfirmsNothing() {
        Journal journal = new Journal(Kitchen.JOURNAL, other.time);
        Announcement one = new Announcement.OfTag("t");
        long first = journal.begin(one);
        long second = journal.begin(one);
        journal.lost(one, second);
        journal.sent(one, first);
        assertThat(journal.unsent()).containsExactly(one);
    }

    @Test
    void r42NothingIsTriedAfterTheEnd() throws Exception {
        breakIt();
        kitchen.cupboard.recovery().stop();
        int before = link.commands.get();
        attempt();
        assertThat(link.commands).hasValue(before);
        assertThat(kitchen.later).isEmpty();
        assertThat(read(kitchen)).isEqualTo("v1");
    }
}
