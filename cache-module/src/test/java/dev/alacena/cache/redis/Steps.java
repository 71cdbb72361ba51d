package dev.alacena.cache.redis;

import dev.alacena.cache.engine.Sweep;
import dev.alacena.cache.redis.Step.Age;
import dev.alacena.cache.redis.Step.Entry;
import dev.alacena.cache.redis.Step.Life;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random operations over few entries, tokens, fences, tags and values, so that they meet. */
final class Steps {
    private static final Arbitrary<String> TOKENS = Arbitraries.of("a", "b");
    private static final Arbitrary<String> FENCES = Arbitraries.of("f", "g", "h");
    private static final Arbitrary<String> VALUES = Arbitraries.of("v1", "v2", "");
    private static final Arbitrary<String> TAGS = Arbitraries.of("s", "t");
    private static final Arbitrary<Set<String>> TAG_SETS = TAGS.set();
    private static final Arbitrary<Life> LIVES = Arbitraries.of(Life.class);
    private static final Arbitrary<Age> AGES = Arbitraries.of(Age.class);
    private static final Arbitrary<Boolean> AGAIN = Arbitraries.of(false, true);
    private static final Arbitrary<Sweep> SWEEPS = Arbitraries.of(
            new Sweep.Everything(),
            new Sweep.All("users"),
            new Sweep.Prefix("users", "1:"),
            new Sweep.Pattern("users", "?:a"));

    private Steps() {}

    /** Operations on three entries. */
    static Arbitrary<List<Step>> ofAllKinds() {
        return some(
                Step.class.getPermittedSubclasses(),
                Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.just(Entry.A)), Tuple.of(1, Arbitraries.of(Entry.B, Entry.LIST))));
    }

    /** Operations of loaders and sweeps on one entry in two versions of an application. */
    static Arbitrary<List<Step>> ofLoaders() {
        Class<?>[] kinds = {
            Step.Read.class, Step.Claim.class, Step.Fill.class, Step.Abandon.class, Step.Clear.class, Step.Pass.class
        };
        return some(kinds, Arbitraries.of(Entry.A, Entry.A_IN_ANOTHER_VERSION));
    }

    /** Each sequence has some kinds of operations only, so that what rarely comes together often does. */
    private static Arbitrary<List<Step>> some(Class<?>[] kinds, Arbitrary<Entry> entries) {
        return Combinators.combine(
                        Arbitraries.of(kinds).set().ofMinSize(4),
                        Arbitraries.oneOf(all(entries)).list().ofMinSize(2).ofMaxSize(80))
                .as((some, steps) -> steps.stream()
                        .filter(step -> some.contains(step.getClass()))
                        .toList());
    }

    private static List<Arbitrary<Step>> all(Arbitrary<Entry> entries) {
        return List.of(
                Combinators.combine(entries, TAG_SETS).<Step>as(Step.Read::new),
                Combinators.combine(entries, TOKENS, LIVES, VALUES.injectNull(0.5))
                        .<Step>as(Step.Claim::new),
                Combinators.combine(entries, TOKENS, LIVES, AGES).<Step>as(Step.OlderClaim::new),
                Combinators.combine(entries, TOKENS, VALUES, LIVES).<Step>as(Step.Fill::new),
                Combinators.combine(entries, TOKENS).<Step>as(Step.Abandon::new),
                entries.<Step>map(Step.Remaining::new),
                Combinators.combine(entries, FENCES, LIVES, AGAIN).<Step>as(Step.Raise::new),
                Combinators.combine(entries, FENCES, VALUES.injectNull(0.5)).<Step>as(Step.Lower::new),
                Combinators.combine(entries, VALUES, LIVES).<Step>as(Step.Put::new),
                entries.<Step>map(Step.Invalidate::new),
                Combinators.combine(TAG_SETS, LIVES, AGES).<Step>as(Step.Tags::new),
                TAG_SETS.<Step>map(Step.InvalidateTags::new),
                Combinators.combine(TAGS, FENCES, LIVES).<Step>as(Step.RaiseTag::new),
                Combinators.combine(TAGS, FENCES).<Step>as(Step.LowerTag::new),
                SWEEPS.<Step>map(Step.Clear::new),
                Arbitraries.of(6, 12).<Step>map(Step.Pass::new));
    }
}
