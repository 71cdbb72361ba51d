package dev.alacena.history.nemesis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.alacena.history.nemesis.Valve.Mode;
import dev.alacena.history.nemesis.Valve.State;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link with a valve, before a server that answers what it is told. */
class ProxyTest {
    private static final int SHORT_MILLIS = 200;
    private static final int LONG_MILLIS = 10_000;

    private ServerSocket echo;
    private Proxy proxy;
    private Socket client;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 10, Proxy.loopback());
        Thread server = new Thread(this::serve, "echo");
        server.setDaemon(true);
        server.start();
        proxy = new Proxy(echo.getLocalPort());
        client = connect();
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        echo.close();
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(Proxy.loopback(), proxy.port());
        socket.setSoTimeout(LONG_MILLIS);
        return socket;
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread thread = new Thread(() -> answer(socket), "answer");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void answer(Socket socket) {
        try (InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            // the test is over
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String receive(Socket socket, int length) throws IOException {
        return new String(socket.getInputStream().readNBytes(length), StandardCharsets.US_ASCII);
    }

    private static void say(Socket socket, String text) throws IOException {
        send(socket, text);
        assertThat(receive(socket, text.length())).isEqualTo(text);
    }

    private void isSilent(Socket socket) throws IOException {
        socket.setSoTimeout(SHORT_MILLIS);
        assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        socket.setSoTimeout(LONG_MILLIS);
    }

    @Test
    void anOpenLinkPassesWhatIsSent() throws IOException {
        say(client, "GET a");
        say(client, "GET b");
    }

    @Test
    void aCutLinkIsClosedAndRefusesNewConnectionsUntilItIsOpenAgain() throws IOException {
        say(client, "GET a");
        proxy.set(new State(Mode.CLOSED, false, 0));
        assertThat(client.getInputStream().read()).isEqualTo(-1);
        try (Socket another = connect()) {
            assertThat(another.getInputStream().read()).isEqualTo(-1);
        }
        proxy.set(State.OPEN);
        try (Socket another = connect()) {
            say(another, "GET b");
        }
    }

    @Test
    void whatASilentLinkSwallowsArrivesWhenItIsOpenAgain() throws IOException {
        say(client, "GET a");
        proxy.set(new State(Mode.SILENT, false, 0));
        send(client, "GET b");
        isSilent(client);
        proxy.set(State.OPEN);
        assertThat(receive(client, 5)).isEqualTo("GET b");
    }

    @Test
    void aMuteLinkPassesCommandsAndHoldsAnswersBack() throws IOException {
        proxy.set(new State(Mode.MUTE, false, 0));
        send(client, "GET a");
        isSilent(client);
        proxy.set(State.OPEN);
        assertThat(receive(client, 5)).isEqualTo("GET a");
    }

    @Test
    void onlyTheConnectionThatHearsInvalidationsIsSilent() throws IOException {
        try (Socket stream = connect()) {
            say(stream, "XREAD BLOCK");
            proxy.set(new State(Mode.SILENT, true, 0));
            say(client, "GET a");
            send(stream, "XREAD BLOCK");
            isSilent(stream);
            proxy.set(State.OPEN);
            assertThat(receive(stream, 11)).isEqualTo("XREAD BLOCK");
        }
    }
}
