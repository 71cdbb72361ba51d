package dev.alacena.cache.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Fence;
import dev.alacena.cache.engine.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server that refuses to serve is a server that is away, for as long as it refuses. */
class FaultReplyTest {
    private static final Logger LOG = Logger.getLogger("dev.alacena.cache");

    @ParameterizedTest
    @EnumSource
    void f18ACallIsAnsweredByItsLoaderWithOneWarningAndTheCacheRecovers(FaultReply fault) {
        Warnings warnings = new Warnings();
        LOG.addHandler(warnings);
        try (RedisProcess server = new RedisProcess();
                Node node = Node.patient(server.topology())) {
            Request request = node.request("42");
            String name = node.cupboard().store().name(request.key());
            node.keep(node.request("other"), "v");
            warnings.clear();
            fault.begin(server, name);
            for (int i = 0; i < 5; i++) {
                assertThat(node.hits(request, "v" + i)).isFalse();
            }
            assertThat(warnings.texts).singleElement().asString().startsWith("Redis does not answer");
            write(node, request);
            fault.end(server, name);
            node.keep(request, "v");
        } finally {
            LOG.removeHandler(warnings);
        }
    }

    private static void write(Node node, Request request) {
        Changes changes = new Changes(Map.of(request.key(), node.space().counters()), Set.of("t"), Set.of());
        Fence fence = node.cupboard().writes().writer();
        node.cupboard().writes().raise(fence, changes);
        node.cupboard().writes().committed(fence, changes, Map.of());
    }

    private static final class Warnings extends Handler {
        private final List<String> texts = new CopyOnWriteArrayList<>();

        void clear() {
            texts.clear();
        }

        @Override
        public void publish(LogRecord record) {
            if (record.getLevel().equals(Level.WARNING)) {
                texts.add(record.getMessage());
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
