package dev.alacena.cache.engine;

import static dev.alacena.cache.engine.Followers.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Callers of one cold key in one JVM: threads are parked and let go step by step. */
class GatherTest {
    private final Kitchen kitchen = Kitchen.open();
    private final Space space = Kitchen.space(String.class, false);
    private final Request request = Kitchen.request(space, "42", "t");
    private final AtomicInteger loads = new AtomicInteger();
    private final Followers followers = new Followers();

    private Object load() {
        return "v" + loads.incrementAndGet();
    }

    /** A load during which followers come and then something happens. */
    private List<CompletableFuture<Object>> crowd(Loader loader) throws Exception {
        List<CompletableFuture<Object>> answers = new ArrayList<>();
        Object first = kitchen.engine().get(request, () -> {
            answers.addAll(followers.crowd(() -> kitchen.engine().get(request, this::load)));
            return loader.load();
        });
        answers.add(0, CompletableFuture.completedFuture(first));
        return answers;
    }

    @Test
    void manyCallersOfAColdKeyCauseOneLoad() throws Exception {
        List<CompletableFuture<Object>> answers = crowd(this::load);
        assertThat(answers).hasSize(Followers.MANY + 1).allSatisfy(future -> assertThat(answer(future))
                .isEqualTo("v1"));
        assertThat(loads).hasValue(1);
    }

    @Test
    void followersDoNotGetWhatAnotherNodeInvalidatedOnTheWay() throws Exception {
        List<CompletableFuture<Object>> answers = crowd(() -> {
            Object old = load();
            kitchen.secondNode().write(Kitchen.keys(request), () -> {});
            return old;
        });
        assertThat(answer(answers.get(0))).isEqualTo("v1");
        assertThat(answers.subList(1, answers.size()))
                .allSatisfy(future -> assertThat(answer(future)).isEqualTo("v2"));
        assertThat(loads).hasValue(2);
    }

    @Test
    void r30FollowersDoNotGetANotFoundThatWasInsertedOnTheWay() throws Exception {
        Request absent = Kitchen.request(space, "absent");
        List<CompletableFuture<Object>> answers = new ArrayList<>();
        Object first = kitchen.engine().get(absent, () -> {
            answers.addAll(followers.crowd(() -> kitchen.engine().get(absent, this::load)));
            kitchen.secondNode().write(Kitchen.keys(absent), () -> {});
            return null;
        });
        assertThat(first).isNull();
        assertThat(answers).hasSize(Followers.MANY).allSatisfy(future -> assertThat(answer(future))
                .isEqualTo("v1"));
    }

    @Test
    void followersDoNotGetWhatATagOfAnotherNodeInvalidatedOnTheWay() throws Exception {
        List<CompletableFuture<Object>> answers = crowd(() -> {
            Object old = load();
            kitchen.secondNode().write(Kitchen.tags("t"), () -> {});
            return old;
        });
        assertThat(answers.subList(1, answers.size()))
                .allSatisfy(future -> assertThat(answer(future)).isEqualTo("v2"));
        assertThat(loads).hasValue(2);
    }

    @Test
    void whileTheStoreIsAwayNobodyGetsWhatWasReadBeforeItCame() throws Exception {
        Switched link = new Switched();
        Kitchen cutOff =
                Kitchen.open(ignored -> Deaf.capturing(link.between(kitchen.store), unheard -> {}), kitchen.time, link);
        link.away(true);
        AtomicReference<String> database = new AtomicReference<>("v1");
        List<CompletableFuture<Object>> answers = new ArrayList<>();
        Object first = cutOff.engine().get(request, () -> {
            String old = database.get();
            kitchen.write(Kitchen.keys(request), () -> database.set("v2"));
            answers.addAll(followers.crowd(() -> cutOff.engine().get(request, database::get)));
            return old;
        });
        assertThat(first).isEqualTo("v1");
        assertThat(answers).hasSize(Followers.MANY).allSatisfy(future -> assertThat(answer(future))
                .isEqualTo("v2"));
    }

    @Test
    void whileTheStoreIsAwayWhoCameBeforeTheLoadGetsItsValue() {
        FakeTime time = new FakeTime();
        Flights flights = new Flights(time);
        Flights.Boarding leader = flights.board(request);
        Flights.Boarding follower = flights.board(request);
        time.pass(Duration.ofNanos(1));
        flights.loads(leader.flight());
        Flights.Boarding late = flights.board(request);
        Flights.Landing landing = new Flights.Landing.Loaded(new byte[0], false);
        assertThat(Flights.landed(follower.flight(), landing, follower.came(), View.FRESH))
                .isSameAs(landing);
        assertThat(Flights.landed(late.flight(), landing, late.came(), View.FRESH))
                .isInstanceOf(Flights.Landing.Again.class);
    }

    @Test
    void whoeverComesWhileTheValueIsBeingStoredDoesNotBoard() throws Exception {
        Request plain = Kitchen.request(space, "44");
        Object[] late = new Object[1];
        Kitchen[] node = new Kitchen[1];
        node[0] = Kitchen.open(store -> Slow.after("fill", store, () -> {
            node[0].secondNode().write(Kitchen.keys(plain), () -> {});
            late[0] = answer(followers.follow(() -> node[0].engine().get(plain, this::load)));
        }));
        assertThat(node[0].engine().get(plain, this::load)).isEqualTo("v1");
        assertThat(late[0]).isEqualTo("v2");
    }

    @Test
    void aLoadThatNeverEndsHoldsNobodyLongerThanALease() throws Exception {
        CompletableFuture<Object> never = new CompletableFuture<>();
        kitchen.cupboard.async().get(request, () -> never);
        kitchen.time.pass(Kitchen.LEASE);
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
    }

    @Test
    void f21WhoeverHoldsTheLastConnectionThatALoadNeedsGoesOnWhenTheLeaseEnds() throws Exception {
        Semaphore connections = new Semaphore(0);
        CompletableFuture<Object> begun = new CompletableFuture<>();
        CompletableFuture<Object> starved =
                followers.follow(() -> kitchen.engine().get(request, () -> {
                    begun.complete(true);
                    return connections.tryAcquire(10, TimeUnit.SECONDS) ? "late" : "never";
                }));
        answer(begun);
        // whoever waits does so in real time: what is left of the lease is short
        kitchen.time.pass(Kitchen.LEASE.minusMillis(50));
        CompletableFuture<Object> holder =
                followers.follow(() -> kitchen.engine().get(request, this::load));
        assertThat(answer(holder)).isEqualTo("v1");
        kitchen.time.pass(Duration.ofMillis(50));
        connections.release();
        assertThat(answer(starved)).isEqualTo("late");
        assertThat(kitchen.engine().get(request, this::load)).isNotEqualTo("late");
    }

    @Test
    void whenTheLoadFailsEachFollowerLoadsForItself() throws Exception {
        assertThatThrownBy(() -> crowd(() -> {
                    throw new IllegalStateException("mine alone");
                }))
                .hasMessage("mine alone");
        followers.join();
        assertThat(loads.get()).isBetween(1, Followers.MANY);
    }

    @Test
    void afterAllRoundsNobodyLoadsWhatIsThere() throws Exception {
        int[] reads = new int[1];
        Kitchen late = Kitchen.open(
                ignored -> Told.before(kitchen.store, (operation, arguments) -> {
                    if (operation.equals("claim")) {
                        // another node was quicker each time, and its entry is gone again when this one looks
                        return CompletableFuture.completedStage(new Store.Claim(Store.Answer.FILLED, false));
                    }
                    if (operation.equals("read") && ++reads[0] > Engine.ROUNDS) {
                        load(kitchen);
                    }
                    return null;
                }),
                kitchen.time);
        assertThat(late.engine().get(request, () -> "mine")).isEqualTo("v1");
    }

    private void load(Kitchen other) {
        try {
            other.engine().get(request, this::load);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverComesAfterAWriteOfThisNodeDoesNotBoardAnOlderLoad() throws Exception {
        Object[] second = new Object[1];
        Object first = kitchen.engine().get(request, () -> {
            Object old = load();
            kitchen.write(Kitchen.keys(request), () -> {});
            second[0] = answer(followers.follow(() -> kitchen.engine().get(request, this::load)));
            return old;
        });
        assertThat(first).isEqualTo("v1");
        assertThat(second[0]).isEqualTo("v2");
    }

    @Test
    void whoeverComesAfterATagWasInvalidatedHereDoesNotBoardAnOlderLoad() throws Exception {
        kitchen.engine().get(request, () -> {
            Object old = load();
            kitchen.write(Kitchen.tags("t"), () -> {});
            // the lease of the load is still held, so the second caller waits it out and loads alone
            assertThat(answer(followers.follow(() -> kitchen.engine().get(request, this::load))))
                    .isEqualTo("v2");
            return old;
        });
        assertThat(loads).hasValue(2);
    }

    @Test
    void twoThreadsThatLoadEachOthersKeyDoNotWaitInACircle() throws Exception {
        Request other = Kitchen.request(space, "43");
        AtomicReference<CompletableFuture<Object>> crossed = new AtomicReference<>();
        Object mine = kitchen.engine().get(request, () -> {
            CompletableFuture<Object> started = new CompletableFuture<>();
            crossed.set(followers.follow(() -> kitchen.engine().get(other, () -> {
                started.complete(true);
                return "b with " + kitchen.engine().get(request, () -> "a alone");
            })));
            answer(started);
            followers.untilAllWait();
            return "a with " + kitchen.engine().get(other, () -> "b alone");
        });
        assertThat(mine).isEqualTo("a with b alone");
        assertThat(answer(crossed.get())).isEqualTo("b with a with b alone");
    }
}
