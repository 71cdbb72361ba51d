package dev.alacena.benchmark.figure;

import dev.alacena.benchmark.paired.Compiler;
import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.paired.Paired;
import dev.alacena.benchmark.paired.Reading;
import dev.alacena.benchmark.paired.Rounds;
import dev.alacena.benchmark.paired.Solo;
import dev.alacena.benchmark.paired.Subject;
import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.shop.Goods;
import dev.alacena.benchmark.shop.Shop;
import java.util.List;
import java.util.Random;

/**
 * A hit in level 1, above an interceptor that does nothing: by turns in one JVM, in processor time. A busy machine disturbs
 * this less than the forks of JMH.
 */
final class NearHit implements Figure {
    private static final String LEVEL_1 = "hit in level 1";
    private static final String EMPTY = "empty interceptor";

    @Override
    public List<Finding> measure(Place place) throws Exception {
        try (Shop shop = Shop.open(place.redis().url())) {
            Goods goods = shop.goods();
            Rounds rounds = new Paired(
                            List.of(subject(place, LEVEL_1, goods::near), subject(place, EMPTY, goods::plain)),
                            new Random(),
                            sofar -> place.progress().tick(() -> tell(sofar)))
                    .run(place.effort().warmUp(), new Compiler(), place.effort().rounds());
            place.progress().say("  %s", tell(rounds));
            Median nanos = rounds.difference(LEVEL_1, EMPTY, Reading::nanos);
            Median bytes = rounds.difference(LEVEL_1, EMPTY, Reading::bytes);
            return List.of(
                    new Finding(
                            "the same, paired in one JVM, processor time",
                            nanos.middle(),
                            40,
                            "ns",
                            "%.0f to %.0f".formatted(nanos.low(), nanos.high())),
                    new Finding("its allocation", bytes.middle(), 100, "B"));
        }
    }

    private static Subject subject(Place place, String name, Solo.Question question) {
        return new Subject(name, Solo.turn(place.effort().turn(), Level1.KEYS, question));
    }

    private static String tell(Rounds rounds) {
        return "round %d: %s %.0f ns, %s %.0f ns"
                .formatted(
                        rounds.readings().size(),
                        LEVEL_1,
                        rounds.cost(LEVEL_1, Reading::nanos).middle(),
                        EMPTY,
                        rounds.cost(EMPTY, Reading::nanos).middle());
    }
}
