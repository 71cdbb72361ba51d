package dev.alacena.launcher.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Some seconds of load on one node, by clients that each wait for an answer before they ask again.
 *
 * @param target the node
 * @param tokens of the users by their numbers
 * @param posts that are asked for
 * @param length how long it lasts
 */
record Turn(Target target, Map<Integer, String> tokens, ShownPosts posts, Duration length) {

    private static final int CLIENTS = 2;

    Times run(long seed) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Times>> clients = new ArrayList<>();
            SplittableRandom seeds = new SplittableRandom(seed);
            for (int client = 0; client < CLIENTS; client++) {
                Mix mix = new Mix(posts, seeds.split());
                clients.add(threads.submit(() -> client(mix)));
            }
            List<Times> times = new ArrayList<>();
            for (Future<Times> client : clients) {
                times.add(client.get());
            }
            return Times.of(times);
        } catch (ExecutionException failed) {
            throw new IOException("A request failed: " + failed.getCause(), failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Times client(Mix mix) throws IOException {
        Times times = new Times();
        long end = System.nanoTime() + length.toNanos();
        for (long start = System.nanoTime(); start < end; start = System.nanoTime()) {
            Call call = mix.next();
            target.answer(call, tokens);
            times.add(call, System.nanoTime() - start);
        }
        return times;
    }
}
