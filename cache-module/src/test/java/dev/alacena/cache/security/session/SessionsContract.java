package dev.alacena.cache.security.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.security.SessionOrigin;
import dev.alacena.api.security.UserSession;
import dev.alacena.api.security.UserSessions;
import dev.alacena.api.security.UserSessions.Begun;
import dev.alacena.cache.engine.Counters;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The law of sessions, whoever keeps them. */
abstract class SessionsContract {
    static final SessionOrigin HOME = new SessionOrigin("2001:db8::1", "Browser/1.0");

    private static final Duration MILLI = Duration.ofMillis(1);

    /** It only goes forward, for all tests. */
    static final Wall wall = new Wall();

    final String ann = "ann-" + UUID.randomUUID();
    final String bob = "bob-" + UUID.randomUUID();

    /** What belongs to a session. */
    record Basket(List<String> items, Map<String, Integer> counts, Instant since) {}

    record Other(int number) {}

    static final Basket BASKET = new Basket(List.of("a"), Map.of("a", 2), Instant.EPOCH);

    abstract UserSessions sessions();

    abstract Counters counters();

    final Begun<Basket> begin(String user) {
        return sessions().begin(user, BASKET, HOME);
    }

    final boolean found(Begun<?> begun) {
        return sessions().find(begun.id(), Basket.class).isPresent();
    }

    @Test
    void aSessionIsFoundByItsIdAndByItsHandle() {
        Begun<Basket> begun = begin(ann);
        UserSession<Basket> session = begun.session();
        assertThat(session.user()).isEqualTo(ann);
        assertThat(session.data()).isEqualTo(BASKET);
        assertThat(session.origin()).isEqualTo(HOME);
        assertThat(session.createdAt()).isEqualTo(wall.instant()).isEqualTo(session.lastSeenAt());
        assertThat(session.expiresAt()).isEqualTo(wall.instant().plus(Site.RULES.idle()));
        assertThat(sessions().find(begun.id(), Basket.class)).contains(session);
        assertThat(sessions().byHandle(session.handle(), Basket.class)).contains(session);
    }

    @Test
    void aHandleIsNoIdAndAnIdIsNoHandle() {
        Begun<Basket> begun = begin(ann);
        assertThat(sessions().find(begun.session().handle(), Basket.class)).isEmpty();
        assertThat(sessions().byHandle(begun.id(), Basket.class)).isEmpty();
    }

    @Test
    void whatNobodyBeganIsNotFoundWhateverItLooksLike() {
        for (String id : List.of("", "x", "*", "A".repeat(22), "A".repeat(43), "}{'; --", "é".repeat(22))) {
            assertThat(sessions().find(id, Basket.class)).isEmpty();
            assertThat(sessions().byHandle(id, Basket.class)).isEmpty();
            assertThat(sessions().touch(id)).isFalse();
            assertThat(sessions().end(ann, id)).isFalse();
        }
    }

    @Test
    void everySessionHasAnIdOfItsOwn() {
        assertThat(List.of(begin(ann).id(), begin(ann).id(), begin(bob).id())).doesNotHaveDuplicates();
        assertThat(begin(ann).id()).hasSize(22);
    }

    @Test
    void dataOfAnotherTypeAreNoSessionOfThisTypeAndAreCounted() {
        Begun<Basket> begun = begin(ann);
        long before = counters().of(Counters.Event.FAULT);
        assertThat(sessions().find(begun.id(), Other.class)).isEmpty();
        assertThat(counters().of(Counters.Event.FAULT)).isEqualTo(before + 1);
        assertThat(found(begun)).isTrue();
    }

    @Test
    void aTypeThatCannotBeRestoredIsRefused() {
        assertThatThrownBy(() -> sessions().begin(ann, Thread.currentThread(), HOME))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Thread");
        assertThat(sessions().of(ann)).isEmpty();
    }

    @Test
    void aSessionThatIsNotTouchedEndsWhenItWasIdle() {
        Begun<Basket> begun = begin(ann);
        wall.pass(Site.RULES.idle().minus(MILLI));
        assertThat(found(begun)).isTrue();
        wall.pass(MILLI);
        assertThat(found(begun)).isFalse();
        assertThat(sessions().touch(begun.session().handle())).isFalse();
        assertThat(sessions().of(ann)).isEmpty();
    }

    @Test
    void aSessionThatIsTouchedGoesOn() {
        Begun<Basket> begun = begin(ann);
        wall.pass(Site.RULES.idle().minus(MILLI));
        assertThat(sessions().touch(begun.session().handle())).isTrue();
        wall.pass(Site.RULES.idle().minus(MILLI));
        assertThat(sessions().find(begun.id(), Basket.class))
                .hasValueSatisfying(session ->
                        assertThat(session.expiresAt()).isEqualTo(wall.instant().plus(MILLI)));
    }

    @Test
    void noTouchKeepsASessionBeyondTheLongestTime() {
        Begun<Basket> begun = begin(ann);
        Instant end = wall.instant().plus(Site.RULES.longest());
        Duration step = Duration.ofMinutes(29);
        while (wall.instant().plus(step).isBefore(end)) {
            wall.pass(step);
            assertThat(sessions().touch(begun.session().handle())).isTrue();
        }
        assertThat(sessions().find(begun.id(), Basket.class))
                .hasValueSatisfying(session -> assertThat(session.expiresAt()).isEqualTo(end));
        wall.pass(Duration.between(wall.instant(), end));
        assertThat(sessions().touch(begun.session().handle())).isFalse();
        assertThat(found(begun)).isFalse();
    }

    @Test
    void aTouchIsWrittenDownOncePerInterval() {
        Begun<Basket> begun = begin(ann);
        Instant first = wall.instant();
        wall.pass(Site.RULES.touchInterval().minus(MILLI));
        assertThat(sessions().touch(begun.session().handle())).isTrue();
        assertThat(lastSeen(begun)).isEqualTo(first);
        wall.pass(MILLI);
        assertThat(sessions().touch(begun.session().handle())).isTrue();
        assertThat(lastSeen(begun)).isEqualTo(wall.instant());
    }

    private Instant lastSeen(Begun<Basket> begun) {
        return sessions().find(begun.id(), Basket.class).orElseThrow().lastSeenAt();
    }

    @Test
    void aSessionThatWasEndedIsNotFound() {
        Begun<Basket> begun = begin(ann);
        Begun<Basket> other = begin(ann);
        assertThat(found(begun)).isTrue();
        assertThat(sessions().end(ann, begun.session().handle())).isTrue();
        assertThat(found(begun)).isFalse();
        assertThat(sessions().touch(begun.session().handle())).isFalse();
        assertThat(sessions().end(ann, begun.session().handle())).isFalse();
        assertThat(found(other)).isTrue();
    }

    @Test
    void nobodyEndsTheSessionOfAnother() {
        Begun<Basket> begun = begin(ann);
        assertThat(sessions().end(bob, begun.session().handle())).isFalse();
        assertThat(found(begun)).isTrue();
    }

    @Test
    void allSessionsOfAUserEndTogetherAndNoOthers() {
        Begun<Basket> first = begin(ann);
        Begun<Basket> second = begin(ann);
        Begun<Basket> other = begin(bob);
        assertThat(found(first)).isTrue();
        assertThat(sessions().endAll(ann))
                .containsExactlyInAnyOrder(
                        first.session().handle(), second.session().handle());
        assertThat(found(first)).isFalse();
        assertThat(found(second)).isFalse();
        assertThat(found(other)).isTrue();
        assertThat(sessions().endAll(ann)).isEmpty();
    }

    @Test
    void moreSessionsThanAreEndedInOneStepEndTogetherToo() {
        List<String> handles = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            handles.add(begin(ann).session().handle());
        }
        assertThat(sessions().of(ann)).hasSize(600);
        assertThat(sessions().endAll(ann)).containsExactlyInAnyOrderElementsOf(handles);
        assertThat(sessions().of(ann)).isEmpty();
    }

    @Test
    void aListHasTheSessionsOfAUserTheNewestFirstWithoutTheirData() {
        Begun<Basket> first = begin(ann);
        wall.pass(MILLI);
        Begun<Basket> second = begin(ann);
        begin(bob);
        assertThat(sessions().of(ann))
                .extracting(UserSession::handle)
                .containsExactly(second.session().handle(), first.session().handle());
        assertThat(sessions().of(ann)).allSatisfy(session -> {
            assertThat(session.data()).isNull();
            assertThat(session.origin()).isEqualTo(HOME);
        });
    }

    @Test
    void usersAreToldApartWhateverTheirNamesHold() {
        List<String> names = List.of("{%s}", "%s*", "%s' OR '1'='1", "%s\\", "%s:ann", "é€😀%s", "%s ");
        for (String name : names) {
            String user = name.formatted(UUID.randomUUID());
            Begun<Basket> begun = begin(user);
            assertThat(sessions().of(user)).extracting(UserSession::user).containsExactly(user);
            assertThat(sessions().endAll(user)).containsExactly(begun.session().handle());
        }
    }

    @Test
    void aUserHasANameOfOneTo256CharactersWithoutControls() {
        for (String name : List.of("", "x".repeat(257), "a\nb", "a\0b", "a\uD800")) {
            assertThatThrownBy(() -> begin(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(found(begin("x".repeat(256)))).isTrue();
    }

    @Test
    void whatAClientSaysOfItselfIsKeptAsFarAsItIsText() {
        Begun<Basket> begun =
                sessions().begin(ann, BASKET, new SessionOrigin("::1", "a\0b\r\n\uD800" + "😀".repeat(200)));
        assertThat(sessions().find(begun.id(), Basket.class))
                .hasValueSatisfying(session -> assertThat(session.origin().userAgent())
                        .startsWith("a b   😀")
                        .hasSizeLessThanOrEqualTo(256)
                        .contains("😀😀"));
    }

    @Test
    void aTouchDoesNotBringBackWhatWasEndedAtTheSameTime() throws Exception {
        for (int round = 0; round < 100; round++) {
            Begun<Basket> begun = begin(ann);
            String handle = begun.session().handle();
            assertThat(found(begun)).isTrue();
            wall.pass(Site.RULES.touchInterval());
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Boolean> touch = CompletableFuture.supplyAsync(() -> {
                await(start);
                return sessions().touch(handle);
            });
            await(start);
            assertThat(sessions().end(ann, handle)).isTrue();
            touch.get(20, TimeUnit.SECONDS);
            assertThat(found(begun)).isFalse();
            assertThat(sessions().of(ann)).isEmpty();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theIdIsInNoTextOfASession() {
        Begun<Basket> begun = begin(ann);
        assertThat(begun.toString()).doesNotContain(begun.id());
        assertThat(begun.session().toString()).doesNotContain(begun.id());
        assertThat(sessions().of(ann).toString()).doesNotContain(begun.id());
    }
}
