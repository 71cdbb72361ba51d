package dev.alacena.benchmark.figure;

import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.shop.Goods;
import dev.alacena.benchmark.shop.Shop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * 200 threads want one cold key at once, whose load takes 100 ms.
 *
 * @param nodes applications with clients of their own, which share the threads
 * @param late how long after the load the last may have its answer
 */
record ColdKey(int nodes, Duration late) implements Figure {
    private static final int THREADS = 200;

    /** How one round went. */
    private record Stampede(int loads, double lateMillis) {}

    @Override
    public List<Finding> measure(Place place) throws Exception {
        List<Shop> shops = Stream.generate(() -> Shop.open(place.redis().url()))
                .limit(nodes)
                .toList();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Goods> goods = shops.stream().map(Shop::goods).toList();
            List<Stampede> stampedes = new ArrayList<>();
            for (int i = 0; i < place.effort().warmUp(); i++) {
                stampede(goods, threads, -1 - i);
            }
            for (int i = 0; i < place.effort().rounds(); i++) {
                stampedes.add(stampede(goods, threads, i));
                place.progress().tick(() -> "stampede %d of %d"
                        .formatted(stampedes.size(), place.effort().rounds()));
            }
            return findings(stampedes);
        } finally {
            threads.shutdownNow();
            shops.forEach(Shop::close);
        }
    }

    private static Stampede stampede(List<Goods> goods, ExecutorService threads, long id) throws Exception {
        int before = Goods.loads();
        CountDownLatch ready = new CountDownLatch(THREADS);
        CountDownLatch gate = new CountDownLatch(1);
        List<Future<Long>> answers = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Goods node = goods.get(i % goods.size());
            answers.add(threads.submit(() -> {
                ready.countDown();
                gate.await();
                node.slow(id);
                return System.nanoTime();
            }));
        }
        ready.await();
        long start = System.nanoTime();
        gate.countDown();
        long last = start;
        for (Future<Long> answer : answers) {
            last = Math.max(last, answer.get());
        }
        return new Stampede(Goods.loads() - before, (last - start - Goods.SLOW.toNanos()) / 1e6);
    }

    private List<Finding> findings(List<Stampede> stampedes) {
        double[] late = stampedes.stream().mapToDouble(Stampede::lateMillis).toArray();
        String who = nodes == 1 ? "200 threads" : "%d × %d threads".formatted(nodes, THREADS / nodes);
        long more = stampedes.stream().filter(stampede -> stampede.loads() > 1).count();
        return List.of(
                new Finding(
                        who + ", one cold key: loads",
                        stampedes.stream().mapToInt(Stampede::loads).max().orElseThrow(),
                        1,
                        "loads",
                        "the most; more than one in %d of %d".formatted(more, stampedes.size())),
                new Finding(
                        "the last answer, after a load of 100 ms",
                        Median.of(late).middle(),
                        late().toMillis(),
                        "ms",
                        "worst %.1f".formatted(Arrays.stream(late).max().orElseThrow())));
    }
}
