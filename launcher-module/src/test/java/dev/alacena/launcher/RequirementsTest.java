package dev.alacena.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementsTest {

    private final Path target;

    RequirementsTest(@TempDir Path target) {
        this.target = target;
    }

    @Test
    void aPortThatIsTakenOnLoopbackIsRefused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertRefused("port=" + socket.getLocalPort(), "port " + socket.getLocalPort(), "-Dport=");
        }
    }

    @Test
    void aPortThatIsTakenOnAllAddressesIsRefused() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            assertRefused("port=" + socket.getLocalPort(), "port " + socket.getLocalPort(), "-Dport=");
        }
    }

    @Test
    void aMissingWarIsRefused() throws LaunchFailure {
        assertRefused("port=" + Ports.free(), "alacena.war is missing", "mvn -Prun");
    }

    @Test
    void nothingIsWrittenBeforeTheRequirementsAreMet() {
        Deployment deployment = new Deployment(
                new Options(target, new PayaraMicro(), 1, 1_024, null, null), new Console(System.out, System.err));

        assertThatThrownBy(deployment::start).isInstanceOf(LaunchFailure.class);
        assertThat(target).isEmptyDirectory();
        assertThat(deployment.isStarted()).isFalse();
    }

    private void assertRefused(String argument, String what, String wayOut) {
        assertThatThrownBy(() -> {
                    Options options = Options.parse("target=" + target.resolve("a/b"), argument);
                    Requirements.check(options, Places.of(options));
                })
                .isInstanceOf(LaunchFailure.class)
                .hasMessageContaining(what)
                .hasMessageContaining(wayOut);
    }
}
