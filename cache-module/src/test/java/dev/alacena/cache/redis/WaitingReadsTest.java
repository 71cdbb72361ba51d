package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.redisson.api.RBucket;
import org.redisson.api.RBuckets;
import org.redisson.api.RFuture;
import org.redisson.api.RedissonClient;
import org.redisson.misc.CompletableFutureWrapper;

/** Reads that wait for others go on with any of them, however it ends: step by step, over commands that a test answers. */
class WaitingReadsTest {
    private static final int UNDER_WAY = ConcurrencyLimit.FIRST;

    private final List<Command> commands = new ArrayList<>();
    private final Gatherer gatherer = new Gatherer(Scripted.as(RedissonClient.class, this::client));

    /** What was sent. */
    private record Command(List<String> names, CompletableFuture<Object> reply) {
        void end(boolean answered) {
            if (answered) {
                reply.complete(names.size() == 1 ? new byte[0] : Map.of());
            } else {
                reply.completeExceptionally(new IOException("away"));
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the gatherer gets it
    private Object client(String method, Object... arguments) {
        return method.equals("getBucket")
                ? Scripted.as(RBucket.class, (get, none) -> sent(List.of((String) arguments[0])))
                : Scripted.as(RBuckets.class, (get, names) -> sent(List.of((String[]) names[0])));
    }

    private RFuture<Object> sent(List<String> names) {
        Command command = new Command(names, new CompletableFuture<>());
        commands.add(command);
        return new CompletableFutureWrapper<>(command.reply());
    }

    /** As many as may be under way. */
    private void begin(int names) {
        for (int i = 0; i < UNDER_WAY; i++) {
            gatherer.read(List.of("a", "b").subList(0, names));
        }
        assertThat(commands).hasSize(UNDER_WAY);
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "2, true", "2, false"})
    void r38AReadThatWaitsIsSentWithTheFirstAnswerOrFailure(int names, boolean answered) {
        begin(names);
        gatherer.read(List.of("waits"));
        gatherer.read(List.of("waits too"));
        assertThat(commands).hasSize(UNDER_WAY);
        commands.get(2).end(answered);
        assertThat(commands.get(UNDER_WAY).names()).containsExactly("waits", "waits too");
    }

    @ParameterizedTest
    @CsvSource({"1, true", "1, false", "2, true", "2, false"})
    void r38WhateverEndsMakesRoomForOneAndNoMore(int names, boolean answered) {
        begin(names);
        for (int ended = 0; ended < 3 * UNDER_WAY; ended++) {
            commands.get(ended).end(answered);
            gatherer.read(List.of("next"));
            gatherer.read(List.of("waits"));
            assertThat(commands).hasSize(UNDER_WAY + ended + 1);
        }
    }

    @Test
    void r38WhatWaitsIsSentBeforeAnybodyIsToldTheAnswer() {
        List<Integer> sentBefore = new ArrayList<>();
        gatherer.read(List.of("a", "b")).thenRun(() -> sentBefore.add(commands.size()));
        for (int i = 0; i < UNDER_WAY; i++) {
            gatherer.read(List.of("c", "d"));
        }
        assertThat(commands).hasSize(UNDER_WAY);
        commands.get(0).end(true);
        assertThat(sentBefore).containsExactly(UNDER_WAY + 1);
    }
}
