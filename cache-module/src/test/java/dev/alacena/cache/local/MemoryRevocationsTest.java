package dev.alacena.cache.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Findings;
import dev.alacena.cache.engine.Revocation;
import dev.alacena.cache.engine.RevocationCopy;
import dev.alacena.cache.engine.RevocationCopyContract;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The copy in memory keeps the contract, and does not grow for ever. */
class MemoryRevocationsTest extends RevocationCopyContract {
    private long now = 1_000_000;
    private final RevocationCopy copy = new MemoryRevocations(announcement -> {}, () -> now);

    @Override
    protected RevocationCopy copy() {
        return copy;
    }

    private Revocation until(long second, int id) {
        return new Revocation(Revocation.Kind.TOKEN, "issuer", "id-" + id, Findings.NO_MARK, second);
    }

    @Test
    void whatIsLongOverIsForgottenAndNothingElse() {
        get(copy.add(lasting("a")));
        for (int id = 0; id < 10_000; id++) {
            get(copy.put(List.of(until(now + 1, id))));
            now += 100;
        }
        rebuild();
        assertThat(pages()).contains(lasting("a"), until(now - 99, 9_999), until(now - 7_199, 9_928));
        assertThat(pages().size()).isLessThan(2_000);
    }
}
