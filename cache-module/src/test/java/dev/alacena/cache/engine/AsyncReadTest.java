package dev.alacena.cache.engine;

import static dev.alacena.cache.engine.Followers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.MissReason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Callers that do not wait for their answers get what the others get. */
class AsyncReadTest {
    private final Kitchen kitchen = Kitchen.open();
    private final Space space = Kitchen.space(String.class, false);
    private final AtomicInteger loads = new AtomicInteger();
    private final Followers followers = new Followers();

    private CompletionStage<Object> load() {
        return CompletableFuture.completedStage("v" + loads.incrementAndGet());
    }

    /** Writes what nobody can read. */
    private record OneWay(Codec codec) implements Codec {
        @Override
        public byte[] encode(Entry entry) throws CodecException {
            return codec.encode(entry);
        }

        @Override
        public Entry decode(byte[] bytes) throws CodecException {
            throw new CodecException("one way");
        }

        @Override
        public boolean immutable() {
            return codec.immutable();
        }

        @Override
        public String fingerprint() {
            return codec.fingerprint();
        }
    }

    @Test
    void whoeverFollowsALoadWhoseValueCannotBeRestoredLoadsForItself() throws Exception {
        Space oneWay = new Space(space.policy(), new OneWay(space.codec()), space.counters(), false);
        Request request = Kitchen.request(oneWay, "42");
        List<CompletableFuture<Object>> stages = new ArrayList<>();
        Object first = kitchen.engine().get(request, () -> {
            answer(followers.follow(() ->
                    stages.add(kitchen.cupboard.async().get(request, this::load).toCompletableFuture())));
            return "leader";
        });
        assertThat(first).isEqualTo("leader");
        assertThat(stages).singleElement().satisfies(stage -> assertThat(answer(stage))
                .isEqualTo("v1"));
        assertThat(loads).hasValue(1);
        assertThat(space.counters().misses()).containsEntry(MissReason.COLD, 2L);
    }
}
