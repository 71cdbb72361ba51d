package dev.alacena.benchmark.figure;

import dev.alacena.api.security.TokenClaims;
import dev.alacena.api.security.TokenRevocations;
import dev.alacena.benchmark.paired.Compiler;
import dev.alacena.benchmark.paired.Median;
import dev.alacena.benchmark.paired.Paired;
import dev.alacena.benchmark.paired.Reading;
import dev.alacena.benchmark.paired.Rounds;
import dev.alacena.benchmark.paired.Solo;
import dev.alacena.benchmark.paired.Subject;
import dev.alacena.benchmark.report.Finding;
import dev.alacena.benchmark.shop.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Whether a token is revoked, while 100,000 others are: time, commands, and the memory that they take on a node. */
final class RevocationCheck implements Figure {
    private static final int REVOKED = 100_000;
    private static final int CALLS = 1_000_000;

    private static final String ISSUER = "https://issuer.example";
    private static final String CHECK = "check";
    private static final String CLAIMS = "claims alone";

    @Override
    public List<Finding> measure(Place place) throws Exception {
        try (Shop shop = Shop.open(place.redis().url())) {
            TokenRevocations revocations = shop.revocations();
            double memory = fill(place, revocations);
            Rounds rounds = new Paired(
                            List.of(
                                    subject(place, CHECK, number -> revocations.isRevoked(claims(number))),
                                    subject(place, CLAIMS, RevocationCheck::claims)),
                            new Random(),
                            sofar -> place.progress().tick(() -> tell(sofar)))
                    .run(place.effort().warmUp(), new Compiler(), place.effort().rounds());
            Median nanos = rounds.difference(CHECK, CLAIMS, Reading::nanos);
            double commands = Commands.each(place.redis(), CALLS, () -> revocations.isRevoked(claims(0)));
            return List.of(
                    new Finding(
                            "check of a token, %,d others revoked, processor time".formatted(REVOKED),
                            nanos.middle(),
                            Duration.ofNanos(2_000).toNanos(),
                            "ns",
                            "%.0f to %.0f".formatted(nanos.low(), nanos.high())),
                    new Finding(
                            "its commands, for each thousand checks",
                            commands * 1_000,
                            1,
                            "commands",
                            "those that the node sends by itself once in a second among them"),
                    new Finding(
                            "memory of a node for %,d revocations".formatted(REVOKED),
                            memory / (1 << 20),
                            32,
                            "MB",
                            "heap after collection, by tokens with an id of 36 characters"));
        }
    }

    private static double fill(Place place, TokenRevocations revocations) {
        long before = used();
        Instant expiry = Instant.now().plus(Duration.ofHours(1));
        for (int i = 0; i < REVOKED; i++) {
            int revoked = i;
            revocations.revoke(ISSUER, UUID.randomUUID().toString(), expiry);
            place.progress().tick(() -> "%,d tokens revoked".formatted(revoked));
        }
        return used() - before;
    }

    private static Subject subject(Place place, String name, Solo.Question question) {
        return new Subject(name, Solo.turn(place.effort().turn(), Level1.KEYS, question));
    }

    private static TokenClaims claims(long number) {
        return new TokenClaims(ISSUER, "token-" + number, "user-" + number, "s-" + number, Instant.EPOCH, Instant.MAX);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static String tell(Rounds rounds) {
        return "round %d: %.0f ns"
                .formatted(
                        rounds.readings().size(),
                        rounds.difference(CHECK, CLAIMS, Reading::nanos).middle());
    }
}
