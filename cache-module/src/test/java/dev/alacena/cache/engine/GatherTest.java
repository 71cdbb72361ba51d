package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Callers of one cold key in one JVM: threads are parked and let go step by step. */
class GatherTest {
    private static final int FOLLOWERS = 20;

    private final Kitchen kitchen = Kitchen.open();
    private final Space space = Kitchen.space(String.class, false);
    private final Request request = Kitchen.request(space, "42", "t");
    private final Request old = request.with(View.since(kitchen.time.nanos()));
    private final AtomicInteger loads = new AtomicInteger();
    private final Map<Thread, Boolean> followers = new ConcurrentHashMap<>();

    private Kitchen node;

    private Object load() {
        return "v" + loads.incrementAndGet();
    }

    private CompletableFuture<Object> follow(Callable<Object> call) {
        CompletableFuture<Object> answer = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                answer.complete(call.call());
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        followers.put(thread, true);
        thread.setDaemon(true);
        thread.start();
        return answer;
    }

    /** Until every follower waits for the load. */
    private void untilAllWait() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!followers.keySet().stream().allMatch(thread -> thread.getState() == Thread.State.TIMED_WAITING)) {
            assertThat(System.nanoTime()).as("followers that wait").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    /** A load during which followers come and then something happens. */
    private List<CompletableFuture<Object>> crowd(Loader loader) throws Exception {
        List<CompletableFuture<Object>> answers = new ArrayList<>();
        Callable<Object> leader = () -> kitchen.engine().get(request, () -> {
            for (int i = 0; i < FOLLOWERS; i++) {
                answers.add(follow(() -> kitchen.engine().get(request, this::load)));
            }
            untilAllWait();
            return loader.load();
        });
        answers.add(0, CompletableFuture.completedFuture(leader.call()));
        return answers;
    }

    /** How somebody asks. */
    private interface Asking {
        Object ask(Kitchen node, Request request, Loader loader) throws Exception;
    }

    private static Object waiting(Kitchen node, Request request, Loader loader) throws Exception {
        return node.engine().get(request, loader);
    }

    private static Object later(Kitchen node, Request request, Loader loader) throws Exception {
        AsyncLoader async = new AsyncLoader() {
            @Override
            public CompletionStage<Object> load() throws Exception {
                return CompletableFuture.completedStage(loader.load());
            }

            @Override
            public AsyncLoader later() {
                return this;
            }
        };
        return node.cupboard.async().get(request, async).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    /** Followers who come while somebody asks for the lease whose transaction is older than a write. */
    private List<CompletableFuture<Object>> behindAnOldView(Changes write, Asking leader, Callable<Object> follower)
            throws Exception {
        List<CompletableFuture<Object>> answers = new ArrayList<>();
        node = Kitchen.open(
                ignored -> Told.before(kitchen.store, (operation, arguments) -> {
                    if (operation.equals("claim") && answers.isEmpty()) {
                        for (int i = 0; i < FOLLOWERS; i++) {
                            answers.add(follow(follower));
                        }
                        untilAllWait();
                    }
                    return null;
                }),
                kitchen.time);
        kitchen.write(write, () -> {});
        assertThat(leader.ask(node, old, () -> "old")).isEqualTo("old");
        return answers;
    }

    private void oneLoadServesThem(List<CompletableFuture<Object>> answers) throws Exception {
        assertThat(answers).hasSize(FOLLOWERS).allSatisfy(future -> assertThat(answer(future))
                .isEqualTo("v1"));
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
    }

    @Test
    void whoeverWaitsForSomebodyInAnOlderTransactionThanTheLastWriteGathersAnew() throws Exception {
        oneLoadServesThem(
                behindAnOldView(Kitchen.keys(request), GatherTest::waiting, () -> waiting(node, request, this::load)));
    }

    @Test
    void theSameIfTheWriteInvalidatedATag() throws Exception {
        oneLoadServesThem(
                behindAnOldView(Kitchen.tags("t"), GatherTest::waiting, () -> waiting(node, request, this::load)));
    }

    @Test
    void theSameIfTheLeaderIsAsynchronous() throws Exception {
        oneLoadServesThem(
                behindAnOldView(Kitchen.keys(request), GatherTest::later, () -> waiting(node, request, this::load)));
    }

    @Test
    void theSameIfTheFollowersAreAsynchronous() throws Exception {
        oneLoadServesThem(
                behindAnOldView(Kitchen.keys(request), GatherTest::waiting, () -> later(node, request, this::load)));
    }

    @Test
    void whoeverIsInAnOldTransactionTooLoadsForItself() throws Exception {
        List<CompletableFuture<Object>> answers =
                behindAnOldView(Kitchen.keys(request), GatherTest::waiting, () -> waiting(node, old, this::load));
        assertThat(answers.stream().map(GatherTest::answer)).doesNotHaveDuplicates();
        assertThat(loads).hasValue(FOLLOWERS);
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

    private static Object answer(CompletableFuture<Object> future) {
        return future.orTimeout(10, TimeUnit.SECONDS).join();
    }

    @Test
    void manyCallersOfAColdKeyCauseOneLoad() throws Exception {
        List<CompletableFuture<Object>> answers = crowd(this::load);
        assertThat(answers).hasSize(FOLLOWERS + 1).allSatisfy(future -> assertThat(answer(future))
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
            for (int i = 0; i < FOLLOWERS; i++) {
                answers.add(follow(() -> cutOff.engine().get(request, database::get)));
            }
            untilAllWait();
            return old;
        });
        assertThat(first).isEqualTo("v1");
        assertThat(answers).hasSize(FOLLOWERS).allSatisfy(future -> assertThat(answer(future))
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
            late[0] = answer(follow(() -> node[0].engine().get(plain, this::load)));
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
    void whenTheLoadFailsEachFollowerLoadsForItself() {
        assertThatThrownBy(() -> crowd(() -> {
                    throw new IllegalStateException("mine alone");
                }))
                .hasMessage("mine alone");
        followers.keySet().forEach(GatherTest::join);
        assertThat(loads.get()).isBetween(1, FOLLOWERS);
    }

    private static void join(Thread thread) {
        try {
            thread.join(10_000);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whoeverComesAfterAWriteOfThisNodeDoesNotBoardAnOlderLoad() throws Exception {
        Object[] second = new Object[1];
        Object first = kitchen.engine().get(request, () -> {
            Object old = load();
            kitchen.write(Kitchen.keys(request), () -> {});
            second[0] = answer(follow(() -> kitchen.engine().get(request, this::load)));
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
            assertThat(answer(follow(() -> kitchen.engine().get(request, this::load))))
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
            crossed.set(follow(() -> kitchen.engine().get(other, () -> {
                started.complete(true);
                return "b with " + kitchen.engine().get(request, () -> "a alone");
            })));
            answer(started);
            untilAllWait();
            return "a with " + kitchen.engine().get(other, () -> "b alone");
        });
        assertThat(mine).isEqualTo("a with b alone");
        assertThat(answer(crossed.get())).isEqualTo("b with a with b alone");
    }
}
