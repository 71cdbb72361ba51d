package dev.alacena.cache.engine;

import static dev.alacena.cache.engine.Guard.ISSUER;
import static dev.alacena.cache.engine.Guard.STALENESS;
import static dev.alacena.cache.engine.Guard.suspect;
import static dev.alacena.cache.engine.Guard.token;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.alacena.cache.engine.Revocation.Kind;
import java.lang.management.ManagementFactory;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KnownRevocationsTest {
    private final FakeTime time = new FakeTime();
    private final KnownRevocations known = new KnownRevocations(time);

    @Test
    void aTokenIsNamedByItsIdItsSessionOrItsSubject() {
        known.add(token("a"));
        known.add(new Revocation(Kind.SESSION, ISSUER, "session-of-b", Findings.NO_MARK, 2_000));
        known.add(new Revocation(Kind.SUBJECT, ISSUER, "subject-of-c", 1_000, 2_000));
        assertThat(known.find(suspect("a"))).isEqualTo(new Findings(true, Findings.NO_MARK));
        assertThat(known.find(suspect("b"))).isEqualTo(new Findings(true, Findings.NO_MARK));
        assertThat(known.find(suspect("c"))).isEqualTo(new Findings(false, 1_000));
        assertThat(known.find(suspect("d"))).isEqualTo(Findings.NONE);
    }

    @Test
    void namesOfAnotherIssuerOrKindNameNothing() {
        known.add(token("a"));
        assertThat(known.find(new Suspect("another", "a", null, null))).isEqualTo(Findings.NONE);
        assertThat(known.find(new Suspect(ISSUER, "x", "a", "a"))).isEqualTo(Findings.NONE);
    }

    @Test
    void theLatestMarkOfASubjectStays() {
        known.add(new Revocation(Kind.SUBJECT, ISSUER, "s", 1_000, 2_000));
        known.add(new Revocation(Kind.SUBJECT, ISSUER, "s", 900, 1_900));
        assertThat(known.find(new Suspect(ISSUER, null, null, "s")).mark()).isEqualTo(1_000);
        known.prune(1_950);
        assertThat(known.find(new Suspect(ISSUER, null, null, "s")).mark()).isEqualTo(1_000);
    }

    @Test
    void onlyTokensOfTheMarkedSecondOrEarlierAreRevoked() {
        Findings findings = new Findings(false, 1_000);
        assertThat(findings.against(999)).isTrue();
        assertThat(findings.against(1_000)).isTrue();
        assertThat(findings.against(1_001)).isFalse();
    }

    @Test
    void whatIsOverIsForgotten() {
        known.add(new Revocation(Kind.TOKEN, ISSUER, "a", Findings.NO_MARK, 2_000));
        known.prune(2_000);
        assertThat(known.size()).isEqualTo(1);
        known.prune(2_001);
        assertThat(known.size()).isZero();
    }

    @Test
    void newsIsWhatWasNotKnown() {
        assertThat(known.add(token("a"))).isTrue();
        assertThat(known.add(token("a"))).isFalse();
        assertThat(known.add(new Revocation(Kind.SUBJECT, ISSUER, "s", 1_000, 2_000)))
                .isTrue();
        assertThat(known.add(new Revocation(Kind.SUBJECT, ISSUER, "s", 900, 1_900)))
                .isFalse();
        assertThat(known.add(new Revocation(Kind.SUBJECT, ISSUER, "s", 1_001, 2_001)))
                .isTrue();
    }

    @Test
    void memoryIsSureWhileItIsCompleteAndTheProofIsYoung() {
        assertThat(known.sure(STALENESS)).isFalse();
        known.heard(time.nanos());
        assertThat(known.sure(STALENESS)).as("never loaded").isFalse();
        known.loaded(known.gaps(), time.nanos());
        assertThat(known.sure(STALENESS)).isTrue();
        time.pass(STALENESS);
        assertThat(known.sure(STALENESS)).as("deaf").isFalse();
    }

    @Test
    void aGapMakesMemoryUnsureUntilItIsLoadedAfterThatGap() {
        known.loaded(known.gaps(), time.nanos());
        long before = known.gaps();
        known.missed();
        known.heard(time.nanos());
        assertThat(known.sure(STALENESS)).isFalse();
        known.loaded(before, time.nanos());
        assertThat(known.sure(STALENESS)).as("a load from before the gap").isFalse();
        known.loaded(known.gaps(), time.nanos());
        assertThat(known.sure(STALENESS)).isTrue();
    }

    @Test
    void aHundredThousandFitIntoThirtyTwoMegabytesAndACheckAllocatesNothing() {
        long before = used();
        for (int i = 0; i < 100_000; i++) {
            known.add(Revocation.parse(
                            Revocation.field(
                                    Kind.TOKEN, ISSUER, UUID.randomUUID().toString()),
                            "2000:-1")
                    .orElseThrow());
        }
        long megabytes = (used() - before) >> 20;
        assertThat(megabytes).isLessThan(32);
        Suspect suspect = suspect("nobody");
        long allocated = allocatedBy(() -> {
            for (int i = 0; i < 10_000; i++) {
                known.find(suspect);
            }
        });
        assertThat(allocated).as("bytes of ten thousand checks").isLessThan(10_000);
        assertThat(known.size()).isEqualTo(100_000);
    }

    private static long allocatedBy(Runnable action) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        action.run();
        return threads.getCurrentThreadAllocatedBytes() - before;
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
}
