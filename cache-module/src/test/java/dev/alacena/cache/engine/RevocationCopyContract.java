package dev.alacena.cache.engine;

import static dev.alacena.cache.engine.Guard.ISSUER;
import static dev.alacena.cache.engine.Guard.suspect;
import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Revocation.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The laws of the copy of the revocations; each store has a test class that holds it to them. */
public abstract class RevocationCopyContract {
    private static final long FAR = 4_000_000_000L;

    /** An empty copy. */
    protected abstract RevocationCopy copy();

    protected static <T> T get(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    protected static Revocation lasting(String id) {
        return new Revocation(Kind.TOKEN, ISSUER, id, Findings.NO_MARK, FAR);
    }

    protected void rebuild() {
        assertThat(get(copy().complete(get(copy().begin())))).isTrue();
    }

    /** All pages; empty when they are not those of one complete copy. */
    protected Set<Revocation> pages() {
        List<Revocation> all = new ArrayList<>();
        Set<String> marks = new HashSet<>();
        String cursor = RevocationCopy.START;
        do {
            RevocationCopy.Page page = get(copy().page(cursor));
            all.addAll(page.revocations());
            marks.add(page.mark());
            cursor = page.next();
        } while (!cursor.equals(RevocationCopy.START));
        return marks.size() == 1 && !marks.contains("") ? Set.copyOf(all) : Set.of();
    }

    @Test
    void anEmptyCopyIsNotComplete() {
        assertThat(get(copy().find(suspect("a")))).isEqualTo(new RevocationCopy.Answer(false, Findings.NONE));
        assertThat(get(copy().page(RevocationCopy.START)).mark()).isEmpty();
    }

    @Test
    void aRebuiltCopyIsComplete() {
        rebuild();
        assertThat(get(copy().find(suspect("a")))).isEqualTo(new RevocationCopy.Answer(true, Findings.NONE));
        assertThat(get(copy().page(RevocationCopy.START)).mark()).isNotEmpty();
    }

    @Test
    void aRebuildEndsOnce() {
        String rebuild = get(copy().begin());
        assertThat(get(copy().complete("another"))).isFalse();
        assertThat(get(copy().complete(rebuild))).isTrue();
        assertThat(get(copy().complete(rebuild))).isFalse();
    }

    @Test
    void whatIsAddedIsFoundByItsOwnClaimAlone() {
        get(copy().add(lasting("a")));
        get(copy().add(new Revocation(Kind.SESSION, ISSUER, "session-of-b", Findings.NO_MARK, FAR)));
        get(copy().put(List.of(new Revocation(Kind.SUBJECT, ISSUER, "subject-of-c", 1_000, FAR))));
        assertThat(get(copy().find(suspect("a"))).findings()).isEqualTo(new Findings(true, Findings.NO_MARK));
        assertThat(get(copy().find(suspect("b"))).findings()).isEqualTo(new Findings(true, Findings.NO_MARK));
        assertThat(get(copy().find(suspect("c"))).findings()).isEqualTo(new Findings(false, 1_000));
        assertThat(get(copy().find(suspect("d"))).findings()).isEqualTo(Findings.NONE);
        assertThat(get(copy().find(new Suspect(ISSUER, "session-of-b", "a", "a")))
                        .findings())
                .isEqualTo(Findings.NONE);
    }

    @Test
    void theLaterMomentsStay() {
        get(copy().add(new Revocation(Kind.SUBJECT, ISSUER, "s", 1_000, FAR)));
        get(copy().add(new Revocation(Kind.SUBJECT, ISSUER, "s", 900, FAR + 1)));
        rebuild();
        assertThat(pages()).containsExactly(new Revocation(Kind.SUBJECT, ISSUER, "s", 1_000, FAR + 1));
    }

    @Test
    void thousandsComeInPagesAsTheyWere() {
        List<Revocation> many =
                IntStream.range(0, 3_000).mapToObj(i -> lasting("ü🔑" + i)).toList();
        for (int from = 0; from < many.size(); from += 500) {
            get(copy().put(many.subList(from, from + 500)));
        }
        rebuild();
        assertThat(pages()).containsExactlyInAnyOrderElementsOf(many);
    }
}
