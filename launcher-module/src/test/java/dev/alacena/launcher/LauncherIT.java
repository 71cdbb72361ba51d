package dev.alacena.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code mvn -Prun} promises, on both servers. */
class LauncherIT {

    private static final String READY = "Alacena is ready: ";

    private final Path directory;

    LauncherIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void itServesOnEveryNodeUntilItIsToldToStop() throws Exception {
        int port = Run.ports();
        try (Run run = Run.start(directory, "nodes=2", "port=" + port)) {
            run.awaitOutput(READY);
            List<ProcessHandle> processes = run.processes();

            assertReady(run, port);
            assertThat(Http.get(port + 1, "/health").statusCode()).isEqualTo(200);
            assertThat(processes).hasSizeGreaterThanOrEqualTo(5);

            run.terminate();
            assertThat(run.exitCode()).isEqualTo(143);
            assertThat(run.output()).contains("Alacena has stopped").doesNotContain("Exception");
            run.assertGone(processes);
        }
    }

    @Test
    void itEndsWhenANodeDiesAndSaysSo() throws Exception {
        int port = Run.ports();
        try (Run run = Run.start(directory, "server=wildfly", "port=" + port)) {
            run.awaitOutput(READY);
            List<ProcessHandle> processes = run.processes();
            assertReady(run, port);

            run.process("jboss-modules").destroyForcibly();

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output()).contains("WildFly on port " + port + " died", "The end of ");
            run.assertGone(processes);
        }
    }

    @Test
    void itEndsWhenRedisDiesWhileTheServerStarts() throws Exception {
        try (Run run = Run.start(directory, "port=" + Run.ports())) {
            run.awaitOutput("Payara Micro on port");
            List<ProcessHandle> processes = run.processes();

            run.process("redis-server").destroyForcibly();

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output()).contains("Redis died", "The end of ");
            run.assertGone(processes);
        }
    }

    @Test
    void nothingIsLeftWhenItIsKilledOutright() throws Exception {
        try (Run run = Run.start(directory, "port=" + Run.ports())) {
            run.awaitOutput("Payara Micro on port");
            List<ProcessHandle> processes = run.processes();
            assertThat(processes).hasSizeGreaterThanOrEqualTo(4);

            run.kill();

            run.assertGone(processes);
        }
    }

    @Test
    void aTakenPortIsRefusedBeforeAnythingStarts() throws Exception {
        int port = Run.ports();
        try (ServerSocket taken = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress());
                Run run = Run.start(directory, "nodes=2", "port=" + port)) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output())
                    .contains("port " + taken.getLocalPort() + " on 127.0.0.1 is taken", "-Dport=")
                    .doesNotContain("Redis", "Exception");
        }
    }

    @Test
    void anUnknownServerIsRefused() throws Exception {
        try (Run run = Run.start(directory, "server=tomcat")) {
            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.output()).contains("-Dserver=tomcat", "payara or wildfly");
        }
    }

    private static void assertReady(Run run, int port) throws IOException, InterruptedException {
        assertThat(run.output()).contains(READY + "http://127.0.0.1:" + port + "/");
        assertThat(run.count(READY)).isEqualTo(1);
        assertThat(Http.get(port, "/health").statusCode()).isEqualTo(200);
        assertThat(run.output()).contains("log in as user1@example.org");
        assertThat(Http.get(port, "/api/v1/users/1").statusCode()).isEqualTo(401);
        assertThat(Http.get(port, "/api/v1/users/1", Http.login(port)).statusCode())
                .isEqualTo(200);
        assertOnlyOnLoopback(port);
    }

    private static void assertOnlyOnLoopback(int port) throws IOException {
        Stream<String> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress);
        assertThat(others).noneMatch(address -> Ports.answers(address, port));
    }
}
