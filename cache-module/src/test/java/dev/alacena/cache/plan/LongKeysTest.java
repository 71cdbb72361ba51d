package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keys are bounded, and stay different. */
class LongKeysTest {

    @Test
    void aKeyOfTheLongestLengthStandsAsItIs() {
        String key = "k".repeat(KeyText.MAX_LENGTH);
        assertThat(KeyText.bounded(key)).isEqualTo(key);
    }

    @Test
    void aLongerOneIsItsBeginningAndItsSha256() {
        // printf '%257s' '' | tr ' ' 'k' | sha256sum
        assertThat(KeyText.bounded("k".repeat(257)))
                .isEqualTo("k".repeat(64) + "%sha256:" + SHA256_OF_257_K)
                .hasSizeLessThanOrEqualTo(KeyText.MAX_LENGTH);
    }

    private static final String SHA256_OF_257_K = "a5de0e3c93b4322bf1d2e6cc13119219d665142374de7f2b06bae237759c73e2";

    @Test
    void longKeysThatDifferAtTheirEndAreDifferent() {
        String key = "k".repeat(10_000);
        assertThat(KeyText.of(key + "a")).isNotEqualTo(KeyText.of(key + "b"));
    }

    @Test
    void longKeysThatDifferInBrokenCharactersAreDifferent() {
        String key = "k".repeat(1000);
        assertThat(KeyText.of(key + "\ud800")).isNotEqualTo(KeyText.of(key + "\ud801"));
    }

    @Test
    void noValueCanImitateAShortenedKey() {
        String shortened = KeyText.of("k".repeat(1000));
        assertThat(KeyText.of(shortened)).isNotEqualTo(shortened);
    }
}
