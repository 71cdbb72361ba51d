package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.alacena.api.limit.RateLimited;
import dev.alacena.api.limit.RateLimited.By;
import dev.alacena.cache.engine.Throttle.Bucket;
import dev.alacena.cache.engine.Throttle.Delay;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What annotations say of limits. */
class LimitsTest {
    private static final Bucket TEN = new Bucket(10, Duration.ofMinutes(1));

    private final Limits limits = new Limits(new AsAnnotated());
    private final Problems problems = new Problems();

    /** No configuration. */
    private record AsAnnotated() implements LimitPolicies {
        @Override
        public Optional<Bucket> bucket(String limit, @Nullable Bucket annotated) {
            return Optional.ofNullable(annotated);
        }

        @Override
        public Delay delay(String limit) {
            return new Delay(1, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1));
        }
    }

    private void add(Class<?> type) {
        limits.add(type, List.of(type.getDeclaredMethods()), problems);
    }

    private List<LimitPlan> of(Class<?> type, String method) {
        Method found = Stream.of(type.getMethods())
                .filter(each -> each.getName().equals(method) && !each.isBridge())
                .findFirst()
                .orElseThrow();
        return limits.of(type, found);
    }

    private void refuses(Class<?> type, String code, String place) {
        add(type);
        assertThat(problems.found()).hasSize(1);
        assertThat(problems.found().get(0).code()).isEqualTo(code);
        assertThat(problems.found().get(0).place()).contains(place);
    }

    @RateLimited(limit = "class", permits = 10)
    static class Both {
        @RateLimited(limit = "method", permits = 20, per = "PT1H", by = By.ADDRESS)
        public void limited() {}

        public void plain() {}

        @RateLimited(limit = "class", permits = 10, by = By.ADDRESS)
        public void again() {}

        @RateLimited(limit = "one", permits = 1)
        @RateLimited(limit = "two", permits = 2)
        public void twice() {}
    }

    @Test
    void theLimitsOfTheClassAndOfTheMethodHoldBoth() {
        assertThat(of(Both.class, "limited"))
                .containsExactly(
                        new LimitPlan("class", TEN, Set.of(By.USER)),
                        new LimitPlan("method", new Bucket(20, Duration.ofHours(1)), Set.of(By.ADDRESS)));
        assertThat(of(Both.class, "plain")).containsExactly(new LimitPlan("class", TEN, Set.of(By.USER)));
    }

    @Test
    void oneLimitThatIsGivenTwiceTakesOnce() {
        assertThat(of(Both.class, "again")).containsExactly(new LimitPlan("class", TEN, Set.of(By.USER, By.ADDRESS)));
    }

    @Test
    void aMethodMayHaveSeveralLimits() {
        assertThat(of(Both.class, "twice")).extracting(LimitPlan::limit).containsExactly("class", "one", "two");
    }

    interface Contract<T> {
        @RateLimited(limit = "contract", permits = 10)
        void call(String argument);
    }

    static class Keeper extends Both implements Contract<String> {
        @Override
        public void call(String argument) {}

        @Override
        public void limited() {}
    }

    @Test
    void limitsAreInheritedFromClassesAndInterfaces() {
        assertThat(of(Keeper.class, "call")).extracting(LimitPlan::limit).containsExactly("class", "contract");
        assertThat(of(Keeper.class, "limited")).extracting(LimitPlan::limit).containsExactly("class", "method");
    }

    static class NoName {
        @RateLimited(limit = " ", permits = 10)
        public void call() {}
    }

    static class NoPermits {
        @RateLimited(limit = "a", permits = 0)
        public void call() {}
    }

    static class NoDuration {
        @RateLimited(limit = "a", permits = 10, per = "1 minute")
        public void call() {}
    }

    static class Nobody {
        @RateLimited(
                limit = "a",
                permits = 10,
                by = {})
        public void call() {}
    }

    @RateLimited(limit = "a", permits = 10)
    static class Disagreeing {
        @RateLimited(limit = "a", permits = 11)
        public void call() {}
    }

    @Test
    void aBlankNameIsRefused() {
        refuses(NoName.class, "ALA040", "NoName.call()");
    }

    @Test
    void aBucketOfNothingIsRefused() {
        refuses(NoPermits.class, "ALA041", "NoPermits.call()");
    }

    @Test
    void whatIsNoDurationIsRefused() {
        refuses(NoDuration.class, "ALA011", "NoDuration.call()");
    }

    @Test
    void aLimitThatCountsNobodyIsRefused() {
        refuses(Nobody.class, "ALA042", "Nobody.call()");
    }

    @Test
    void oneNameStandsForOneSize() {
        refuses(Disagreeing.class, "ALA043", "limit a");
    }

    @Test
    void mistakesOfAClassThatIsNoBeanAreRefusedWhenItIsRegistered() {
        assertThatIllegalStateException()
                .isThrownBy(() -> of(NoPermits.class, "call"))
                .withMessageContaining("ALA041");
    }

    @Test
    void codeMayTakeFromAnAnnotatedLimit() {
        add(Both.class);
        assertThat(limits.bucket("class")).isEqualTo(TEN);
    }

    @Test
    void codeIsToldWhichSettingIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits.bucket("unknown"))
                .withMessageContaining("alacena.rate-limits.unknown.permits");
        assertThatIllegalArgumentException().isThrownBy(() -> limits.bucket("a b"));
        assertThatIllegalArgumentException().isThrownBy(() -> limits.delay(""));
    }
}
