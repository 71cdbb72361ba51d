package dev.alacena.cache.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.alacena.api.CacheLevel;
import dev.alacena.api.MissReason;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the log says of entries: one line for each event, never a value. */
class TraceTest {
    private static final String SECRET = "the value is nobody's business";
    private static final Logger LOGGER = Logger.getLogger("dev.alacena.cache");

    private final List<String> lines = new ArrayList<>();
    private final Switched link = new Switched();
    private final Kitchen kitchen = Kitchen.open(link::between, new FakeTime(), link);
    private final Space space = Kitchen.space(String.class, true);
    private final Request request = Kitchen.request(space, "42");
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord line) {
            Object[] arguments = line.getParameters();
            lines.add(arguments == null ? line.getMessage() : MessageFormat.format(line.getMessage(), arguments));
            for (Throwable thrown = line.getThrown(); thrown != null; thrown = thrown.getCause()) {
                lines.add(thrown.toString());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        LOGGER.setLevel(Level.ALL);
        LOGGER.setUseParentHandlers(false);
        LOGGER.addHandler(handler);
    }

    @AfterEach
    void stop() {
        LOGGER.setLevel(null);
        LOGGER.setUseParentHandlers(true);
        LOGGER.removeHandler(handler);
    }

    private List<String> lines() {
        List<String> said = List.copyOf(lines);
        lines.clear();
        return said;
    }

    @Test
    void aMissAFillAndEachHitIsOneLine() throws Exception {
        kitchen.engine().get(request, () -> SECRET);
        assertThat(lines()).containsExactly("miss COLD users:42", "fill users:42");
        kitchen.engine().get(request, () -> SECRET);
        assertThat(lines()).containsExactly("hit LEVEL_1 users:42");
        kitchen.secondNode().engine().get(request, () -> SECRET);
        assertThat(lines()).containsExactly("hit LEVEL_2 users:42");
    }

    @Test
    void aHitThatTakesAShortcutIsOneLineWithItsKeyToo() throws Exception {
        Shortcut shortcut = new Shortcut();
        Object[] arguments = {42L};
        kitchen.engine().get(request, () -> SECRET);
        kitchen.engine().remember(shortcut, request, arguments);
        lines();
        assertThat(call(shortcut, arguments)).isEqualTo(SECRET);
        assertThat(lines()).containsExactly("hit LEVEL_1 users:42");
        LOGGER.setLevel(Level.INFO);
        assertThat(kitchen.engine().recall(shortcut, space, arguments)).isEqualTo(new Entry(SECRET, Map.of()));
        assertThat(space.counters().hits(CacheLevel.LEVEL_1)).isEqualTo(2);
    }

    /** As an intercepted call asks. */
    private Object call(Shortcut shortcut, Object[] arguments) throws Exception {
        Entry entry = kitchen.engine().recall(shortcut, space, arguments);
        return entry == null ? kitchen.engine().get(request, () -> "not asked for") : entry.value();
    }

    @Test
    void aRefusedFillIsOneLine() throws Exception {
        kitchen.engine().get(request, () -> {
            kitchen.store.invalidate(request.key());
            return SECRET;
        });
        assertThat(lines()).containsExactly("miss COLD users:42", "fill refused users:42");
    }

    @Test
    void eachInvalidationIsOneLine() {
        kitchen.write(
                new Changes(
                        Map.of(request.key(), space.counters()), Set.of("tag"), Set.of(new Sweep.Prefix("users", "4"))),
                () -> {});
        assertThat(lines())
                .containsExactly(
                        "invalidate OfKey[key=users:42]",
                        "invalidate OfTag[tag=tag]",
                        "invalidate OfSweep[sweep=Prefix[cache=users, text=4]]");
        kitchen.cupboard.direct().take(request);
        assertThat(lines()).containsExactly("invalidate OfKey[key=users:42]");
    }

    @Test
    void aValueThatIsLeftIsOneLine() {
        kitchen.cupboard.direct().store(request, SECRET);
        assertThat(lines()).containsExactly("fill users:42");
        leave();
        assertThat(lines()).containsExactly("fill users:42");
    }

    private void leave() {
        Fence fence = kitchen.writes().writer();
        kitchen.writes().raise(fence, Kitchen.keys(request));
        Update update = Writes.update(request, Map.of(), SECRET).orElseThrow();
        kitchen.writes().committed(fence, Kitchen.keys(request), Map.of(request.key(), update));
    }

    /** Its getter quotes it. */
    record Unwritable(String secret) {
        @Override
        public String secret() {
            if (!secret.isEmpty()) {
                throw new IllegalStateException(secret);
            }
            return secret;
        }
    }

    /** Whatever happens to values: they are answered, left, refused, thrown, unwritable, unreadable, lost with the store. */
    @Test
    void noLineEverHoldsAValue() throws Exception {
        Space odd = Kitchen.space(Unwritable.class, true);
        kitchen.engine().get(request, () -> SECRET);
        kitchen.engine().get(request, () -> SECRET);
        kitchen.engine().get(Kitchen.request(space, "odd"), () -> new Unwritable(SECRET));
        kitchen.engine().get(Kitchen.request(odd, "odd"), () -> new Unwritable(SECRET));
        kitchen.cupboard.direct().store(Kitchen.request(odd, "odd"), new Unwritable(SECRET));
        kitchen.store.put(request.key(), new Store.Value(SECRET.getBytes(StandardCharsets.UTF_8), Kitchen.TTL));
        kitchen.secondNode().engine().get(request, () -> SECRET);
        try {
            kitchen.engine().get(Kitchen.request(space, "failing"), () -> {
                throw new IllegalStateException(SECRET);
            });
        } catch (IllegalStateException expected) {
            lines.add("thrown");
        }
        leave();
        link.away(true);
        for (int call = 0; call < 5; call++) {
            kitchen.engine().get(Kitchen.request(space, "away" + call), () -> SECRET);
            kitchen.cupboard.direct().store(request, SECRET);
        }
        kitchen.write(Kitchen.keys(request), () -> {});
        assertThat(lines)
                .contains("thrown")
                .anyMatch(line -> line.contains("cannot be stored"))
                .anyMatch(line -> line.startsWith("miss UNDECODABLE"))
                .anyMatch(line -> line.startsWith("not yet invalidated"))
                .noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void whereTheLevelIsOffNothingIsAllocated() {
        LOGGER.setLevel(Level.INFO);
        Key key = request.key();
        long[] allocated = Stream.generate(() -> allocated(key))
                .limit(5)
                .mapToLong(bytes -> bytes)
                .toArray();
        // the first rounds may load classes
        assertThat(allocated[4]).isLessThan(1000);
        assertThat(lines()).isEmpty();
    }

    /** Bytes for a thousand lines; an array of arguments for each would be 24,000. */
    private static long allocated(Key key) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int line = 0; line < 1000; line++) {
            Trace.hit(CacheLevel.LEVEL_1, key);
            Trace.miss(MissReason.COLD, key);
            Trace.fill(key);
        }
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }
}
