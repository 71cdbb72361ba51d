package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Store.Listed;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The laws of what operators see, and take out by names over all caches. */
public abstract class ListingContract extends ViewContract {
    private static final String FORMAT = "0a0b0c0d";

    private void put(String cache, String... texts) {
        for (String text : texts) {
            get(store().put(new Key(cache, text, FORMAT), new Store.Value(bytes("v"), LONG)));
        }
    }

    private List<String> list(String pattern, int limit) {
        return get(store().list(Sweep.Names.of(List.of(pattern)), limit)).stream()
                .map(listed -> listed.key().toString())
                .toList();
    }

    private List<String> list(String pattern) {
        return list(pattern, 1000);
    }

    private long sweep(String... patterns) {
        return get(store().sweep(Sweep.Names.of(List.of(patterns))));
    }

    @Test
    void anEntryIsListedWithWhatIsLeftOfItsTimeAndWithItsSize() {
        get(store().put(KEY, new Store.Value(new byte[1000], LONG)));
        List<Listed> listed = get(store().list(Sweep.Names.of(List.of("users:42")), 10));
        assertThat(listed).hasSize(1);
        assertThat(listed.get(0).key()).isEqualTo(KEY);
        assertThat(listed.get(0).remaining()).isBetween(LONG.minusSeconds(10), LONG);
        assertThat(listed.get(0).bytes()).isBetween(1000L, 1100L);
    }

    @Test
    void keysOfAllCachesAreListedInOrder() {
        put("users", "2", "1");
        put("lists", "9:a");
        assertThat(list("*")).containsExactly("lists:9:a", "users:1", "users:2");
        assertThat(list("users:?")).containsExactly("users:1", "users:2");
        assertThat(list("*s:9:*")).containsExactly("lists:9:a");
        assertThat(list("users")).isEmpty();
        assertThat(list("")).isEmpty();
    }

    @Test
    void theLimitIsKept() {
        put("many", IntStream.range(0, 250).mapToObj(Integer::toString).toArray(String[]::new));
        assertThat(list("*", 7)).hasSize(7).doesNotHaveDuplicates();
        assertThat(list("*", 250)).hasSize(250).doesNotHaveDuplicates();
        assertThat(list("many:2??")).hasSize(50);
    }

    @Test
    void aKeyIsListedOnceWhateverItsFormats() {
        for (Key key : List.of(KEY, new Key("users", "42", "ffffffff"))) {
            get(store().claim(key, new Store.Lease("a", LONG, null, Duration.ZERO)));
            assertThat(get(store().fill(key, "a", new Store.Value(bytes("v"), LONG))))
                    .isTrue();
        }
        assertThat(list("*")).containsExactly("users:42");
        assertThat(sweep("*")).isEqualTo(2);
    }

    @Test
    void neitherLeasesNorFencesNorTagsNorWhatIsOverIsListed() {
        get(store().claim(KEY, new Store.Lease("a", LONG, null, Duration.ZERO)));
        get(store().raise(new Key("users", "43", FORMAT), "f", LONG));
        get(store().tags(List.of("user:42", "t"), LONG, Duration.ZERO));
        get(store().raiseTag("u", "f", LONG));
        get(store().put(new Key("users", "44", FORMAT), new Store.Value(bytes("v"), SHORT)));
        pass(SHORT);
        assertThat(list("*")).isEmpty();
    }

    @Test
    void theLibrarysOwnCachesAreNeitherListedNorSwept() {
        put("alacena-sessions", "handle");
        put("users", "42");
        assertThat(list("*")).containsExactly("users:42");
        assertThat(list("alacena-*")).isEmpty();
        assertThat(sweep("*", "alacena-*")).isEqualTo(1);
        assertThat(get(store().remaining(new Key("alacena-sessions", "handle", FORMAT))))
                .isPresent();
    }

    @Test
    void namesAreSweptInAllCachesAndCountedOnce() {
        put("users", "42", "421", "7");
        put("lists", "42:a", "42:b", "7:42:a");
        assertThat(sweep("users:42", "lists:42:*", "lists:42:a")).isEqualTo(3);
        assertThat(list("*")).containsExactly("lists:7:42:a", "users:421", "users:7");
        assertThat(sweep("*7*")).isEqualTo(2);
        assertThat(sweep("*")).isEqualTo(1);
        assertThat(sweep("*")).isZero();
    }

    @Test
    void nothingButStarsAndQuestionMarksMeansAnythingInAPattern() {
        put("odd", "a[b]c", "abc", "a\\*c", "a^c", "[1,2]");
        assertThat(list("odd:a[b]c")).containsExactly("odd:a[b]c");
        assertThat(list("odd:a\\*c")).containsExactly("odd:a\\*c");
        assertThat(list("odd:[*")).containsExactly("odd:[1,2]");
        assertThat(list("odd:a[^x]c")).isEmpty();
        assertThat(sweep("odd:a\\")).isZero();
        assertThat(sweep("odd:[", "odd:a[^x]c")).isZero();
        assertThat(sweep("odd:a[b*")).isEqualTo(1);
    }

    @Test
    void manyStarsAreNoTrouble() {
        put("users", "a".repeat(200));
        assertThat(list("users:" + "*a".repeat(400) + "b")).isEmpty();
        assertThat(list("users:" + "*a".repeat(200))).hasSize(1);
    }

    @Test
    void aSweepByNamesVoidsLoadsInFlightAndLeavesTags() {
        long version = get(store().tags(List.of("t"), LONG, Duration.ZERO)).getOrDefault("t", 0L);
        get(store().claim(KEY, new Store.Lease("a", LONG, null, Duration.ZERO)));
        assertThat(sweep("users:*")).isZero();
        assertThat(get(store().fill(KEY, "a", new Store.Value(bytes("old"), LONG))))
                .isFalse();
        assertThat(get(store().tags(List.of("t"), LONG, Duration.ZERO))).containsEntry("t", version);
    }
}
