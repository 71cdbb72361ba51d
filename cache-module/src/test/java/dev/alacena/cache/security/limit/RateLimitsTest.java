package dev.alacena.cache.security.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.api.limit.RateLimited;
import dev.alacena.api.limit.RateLimits;
import dev.alacena.api.limit.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits used from code, without Redis. */
class RateLimitsTest {
    private final WeldContainer container =
            new Weld().addBeanClasses(Search.class).initialize();
    private final RateLimits limits = container.select(RateLimits.class).get();

    @ApplicationScoped
    static class Search {
        @RateLimited(limit = "search", permits = 2, per = "P1D")
        public String find() {
            return "";
        }
    }

    @ApplicationScoped
    static class Mistaken {
        @RateLimited(limit = "", permits = 0, per = "often")
        public String find() {
            return "";
        }
    }

    @AfterEach
    void close() {
        container.close();
    }

    @Test
    void codeTakesFromTheBucketOfAnAnnotation() {
        assertThat(limits.probe("search", "ann")).isEqualTo(new Verdict(true, 2, Duration.ZERO, 2));
        assertThat(limits.take("search", "ann").remaining()).isEqualTo(1);
        assertThat(limits.take("search", "ann").remaining()).isZero();
        assertThat(limits.take("search", "ann").allowed()).isFalse();
        assertThat(limits.probe("search", "ann").allowed()).isFalse();
        assertThat(limits.take("search", "bob").allowed()).isTrue();
    }

    @Test
    void failuresDelayUntilOneSucceeds() {
        for (int attempt = 0; attempt < 6; attempt++) {
            assertThat(limits.attempt("login", "ann").allowed()).isTrue();
        }
        assertThat(limits.attempt("login", "ann").allowed()).isFalse();
        limits.withdraw("login", "ann");
        assertThat(limits.attempt("login", "ann").allowed()).isTrue();
        assertThat(limits.attempt("login", "ann").allowed()).isFalse();
        limits.succeeded("login", "ann");
        assertThat(limits.attempt("login", "ann").remaining()).isEqualTo(4);
    }

    @Test
    void aVerdictTellsOfHowManyItSpeaks() {
        limits.take("search", "ann");
        assertThat(limits.take("search", "ann").quota()).isEqualTo(2);
        assertThat(limits.attempt("login", "ann").quota())
                .as("failures that cost nothing")
                .isEqualTo(5);
    }

    @Test
    void aLimitWithoutNumbersIsToldToItsCaller() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits.take("login", "ann"))
                .withMessageContaining("alacena.rate-limits.login.permits");
        assertThatIllegalArgumentException().isThrownBy(() -> limits.attempt("no name", "ann"));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.succeeded("no name", "ann"));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.withdraw("no name", "ann"));
    }

    @Test
    void aDeploymentWithMistakesIsRefusedWithAllOfThem() {
        Weld weld = new Weld().addBeanClasses(Mistaken.class);
        assertThatThrownBy(weld::initialize)
                .hasMessageContaining("ALA040")
                .hasMessageContaining("ALA041")
                .hasMessageContaining("ALA011")
                .hasMessageContaining("3 mistakes");
    }
}
