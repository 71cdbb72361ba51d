package dev.alacena.cache.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application starts whatever its servers do. */
class StartTest {
    /** Less than the five seconds for which somebody who needs an answer waits for it. */
    private static final Duration LIMIT = Duration.ofSeconds(4);

    private static final List<String> SETTINGS = List.of("url", "timeout", "connect-timeout");

    @AfterEach
    void forget() {
        SETTINGS.forEach(name -> System.clearProperty("alacena.redis." + name));
    }

    private static Duration start() {
        long begin = System.nanoTime();
        Weld weld = new Weld().skipShutdownHook().addBeanClasses(Goods.class);
        try (WeldContainer container = weld.initialize()) {
            assertThat(container.isRunning()).isTrue();
            return Duration.ofNanos(System.nanoTime() - begin);
        }
    }

    @Test
    void f1AServerThatSaysNothingHoldsTheStartUpForASecondAtMost() throws IOException {
        Duration without = start();
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            System.setProperty("alacena.redis.url", "redis://127.0.0.1:" + silent.getLocalPort());
            System.setProperty("alacena.redis.timeout", "PT20S");
            System.setProperty("alacena.redis.connect-timeout", "PT20S");
            assertThat(start()).isLessThan(without.plus(LIMIT));
        }
    }
}
