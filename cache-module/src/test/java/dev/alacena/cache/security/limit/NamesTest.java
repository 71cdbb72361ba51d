package dev.alacena.cache.security.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Throttle.Bucket;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Under which names limits are counted. */
class NamesTest {
    private static final Bucket TEN = new Bucket(10, Duration.ofMinutes(1));

    @Property
    void aNameFitsIntoAnyKeyWhateverIsCounted(@ForAll String key) {
        assertThat(Names.of("login", key)).matches("login:[A-Za-z0-9_-]{43}");
        assertThat(Names.of("login", TEN, key)).matches("login:[A-Za-z0-9_-]{43}");
    }

    @Example
    void nothingOfAPersonIsInAName() {
        for (String key : List.of("ann@example.org", "192.0.2.1")) {
            assertThat(Names.of("login", TEN, key)).doesNotContain(key);
        }
    }

    @Example
    void otherKeysLimitsAndNumbersAreOtherNames() {
        Set<String> names = new HashSet<>();
        names.add(Names.of("a", "k"));
        names.add(Names.of("a", "l"));
        names.add(Names.of("b", "k"));
        names.add(Names.of("a", TEN, "k"));
        names.add(Names.of("a", new Bucket(11, TEN.per()), "k"));
        names.add(Names.of("a", new Bucket(10, Duration.ofMinutes(2)), "k"));
        assertThat(names).hasSize(6);
    }
}
