package dev.alacena.cache.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.api.Cached;
import dev.alacena.api.InvalidateCache;
import dev.alacena.cache.plan.Calls.Phase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a template writes. */
class TemplateTest {

    record Filter(@Nullable Status status, @Nullable Owner owner) {}

    enum Status {
        OPEN
    }

    static final class Owner {
        private final String name;

        Owner(String name) {
            this.name = name;
        }

        public String getName() {
            return name;
        }

        public boolean isActive() {
            return true;
        }
    }

    interface Named<T> {
        T getId();
    }

    static final class Account implements Named<String> {
        @Override
        public String getId() {
            return "x";
        }
    }

    static class Bean {
        @Cached(key = "{userId}:days:{days}")
        public String statistics(long userId, int days) {
            return "";
        }

        @Cached(key = "{ 1 }:{0}")
        public String byIndex(String a, String b) {
            return "";
        }

        @Cached(key = "{filter.status}/{filter.owner.name}|{filter.owner.active}")
        public String byProperties(@Nullable Filter filter) {
            return "";
        }

        @Cached(key = "all")
        public String literal() {
            return "";
        }

        @Cached(key = "{account.id}")
        public String bridged(Account account) {
            return "";
        }

        @Cached(key = "{kind}")
        public String anyEnum(Enum<?> kind) {
            return "";
        }

        @InvalidateCache(tags = "user:{result}")
        public void finish(String result) {}

        @InvalidateCache(tags = {"user:{result.name}", "id:{id}"})
        public Owner rename(long id) {
            return new Owner("");
        }
    }

    enum Other {
        OPEN
    }

    private final Planning planning = Planning.of(Bean.class);

    @Test
    void placeholdersStandForParameters() {
        assertThat(planning.key(Bean.class, "statistics", 7L, 30)).isEqualTo("7:days:30");
        assertThat(planning.key(Bean.class, "byIndex", "a", "b")).isEqualTo("b:a");
        assertThat(planning.key(Bean.class, "literal")).isEqualTo("all");
    }

    @Test
    void aBraceInAValueDoesNotOpenAPlaceholder() {
        assertThat(planning.key(Bean.class, "byIndex", "{0}", "{1}")).isEqualTo("%7B1%7D:%7B0%7D");
    }

    @Test
    void aSeparatorInAValueDoesNotSeparate() {
        assertThat(planning.key(Bean.class, "byIndex", "a:b", "c"))
                .isNotEqualTo(planning.key(Bean.class, "byIndex", "b", "c:a"))
                .isEqualTo("c:a%3Ab");
    }

    @Test
    void propertiesAreReadFromRecordsAndGetters() {
        Filter filter = new Filter(Status.OPEN, new Owner("ana"));
        assertThat(planning.key(Bean.class, "byProperties", filter)).isEqualTo("OPEN/ana|true");
    }

    @Test
    void nothingIsReadThroughNull() {
        assertThat(planning.key(Bean.class, "byProperties", (Object) null)).isEqualTo("%null/%null|%null");
        assertThat(planning.key(Bean.class, "byProperties", new Filter(null, null)))
                .isEqualTo("%null/%null|%null");
    }

    @Test
    void theTypeOfAPropertyIsThatOfTheClassNotOfItsInterface() {
        assertThat(planning.key(Bean.class, "bridged", new Account())).isEqualTo("x");
    }

    @Test
    void constantsOfDifferentEnumsAreToldApart() {
        assertThat(planning.key(Bean.class, "anyEnum", Status.OPEN))
                .isNotEqualTo(planning.key(Bean.class, "anyEnum", Other.OPEN));
    }

    @Test
    void aParameterNamedResultIsKnownBeforeTheMethodRuns() {
        Invocation call = Invocation.of(new Object[] {"x"});
        assertThat(Calls.changes(
                                planning.plan(Bean.class, "finish").invalidating(),
                                call,
                                Phase.BEFORE,
                                Planning.FAILING)
                        .tags())
                .containsExactly("user:x");
    }

    @Test
    void theResultIsReadWhenTheMethodHasReturned() {
        MethodPlan.Writing plan = planning.plan(Bean.class, "rename").invalidating();
        Invocation call = Invocation.of(new Object[] {7L});
        assertThat(Calls.changes(plan, call, Phase.BEFORE, Planning.FAILING).tags())
                .containsExactly("id:7");
        Invocation returned = call.returned(new Owner("a:b"));
        assertThat(Calls.changes(plan, returned, Phase.AFTER, Planning.FAILING).tags())
                .containsExactly("user:a%3Ab");
    }
}
