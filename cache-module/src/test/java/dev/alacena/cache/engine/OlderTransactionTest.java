package dev.alacena.cache.engine;

import static dev.alacena.cache.engine.Followers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Callers of one cold key behind one whose transaction is older than the last write: nothing of its load is for others. */
class OlderTransactionTest {
    private final Kitchen kitchen = Kitchen.open();
    private final Request request = Kitchen.request(Kitchen.space(String.class, false), "42", "t");
    private final Request old = request.with(View.since(kitchen.time.nanos()));
    private final AtomicInteger loads = new AtomicInteger();
    private final Followers followers = new Followers();
    private Kitchen node;

    private Object load() {
        return "v" + loads.incrementAndGet();
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
                        answers.addAll(followers.crowd(follower));
                    }
                    return null;
                }),
                kitchen.time);
        kitchen.write(write, () -> {});
        assertThat(leader.ask(node, old, () -> "old")).isEqualTo("old");
        return answers;
    }

    private void oneLoadServesThem(List<CompletableFuture<Object>> answers) throws Exception {
        assertThat(answers).hasSize(Followers.MANY).allSatisfy(future -> assertThat(answer(future))
                .isEqualTo("v1"));
        assertThat(kitchen.engine().get(request, this::load)).isEqualTo("v1");
    }

    @Test
    void whoeverWaitsForSomebodyInAnOlderTransactionThanTheLastWriteGathersAnew() throws Exception {
        oneLoadServesThem(behindAnOldView(
                Kitchen.keys(request), OlderTransactionTest::waiting, () -> waiting(node, request, this::load)));
    }

    @Test
    void theSameIfTheWriteInvalidatedATag() throws Exception {
        oneLoadServesThem(behindAnOldView(
                Kitchen.tags("t"), OlderTransactionTest::waiting, () -> waiting(node, request, this::load)));
    }

    @Test
    void theSameIfTheLeaderIsAsynchronous() throws Exception {
        oneLoadServesThem(behindAnOldView(
                Kitchen.keys(request), OlderTransactionTest::later, () -> waiting(node, request, this::load)));
    }

    @Test
    void theSameIfTheFollowersAreAsynchronous() throws Exception {
        oneLoadServesThem(behindAnOldView(
                Kitchen.keys(request), OlderTransactionTest::waiting, () -> later(node, request, this::load)));
    }

    @Test
    void whoeverIsInAnOldTransactionTooLoadsForItself() throws Exception {
        List<CompletableFuture<Object>> answers = behindAnOldView(
                Kitchen.keys(request), OlderTransactionTest::waiting, () -> waiting(node, old, this::load));
        assertThat(answers.stream().map(Followers::answer)).doesNotHaveDuplicates();
        assertThat(loads).hasValue(Followers.MANY);
    }
}
