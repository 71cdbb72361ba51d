package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** Events of an application, and clients that take them slowly or not at all. */
@RunAsClient
@Timeout(180)
@ExtendWith(ArquillianExtension.class)
class EventsIT {

    private static final String STREAM = "/api/v1/notifications/stream";

    /** More than all buffers between a server and a client hold. */
    private static final int MANY = 20_000;

    /** Fewer than may wait for Redis. */
    private static final int PART = 5_000;

    private static final int STREAMS = 10;
    private static final int BYTES = 65_536;

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.withTests();
    }

    private static void publish(Login to, String what) {
        Answer answer = Client.nobody()
                .send("PUT", "/published/user:%d/%s".formatted(to.user(), what), BodyPublishers.noBody());
        assertThat(answer.status()).isEqualTo(204);
    }

    @Test
    void whatIsPublishedInATransactionIsToldAfterItsCommitAndNeverAfterARollback() {
        Login user = Login.ofNewUser();
        try (EventStream told = EventStream.of(user.client())) {
            publish(user, "rolled-back");
            publish(user, "committed");
            told.await("transaction", "committed");
            assertThat(told.said()).containsExactly("transaction committed");
        }
    }

    @Test
    void anEventThatIsTooLongIsRefusedAndNotPublished() {
        Login user = Login.ofNewUser();
        try (EventStream told = EventStream.of(user.client())) {
            publish(user, "too-long");
            told.await("refused", "data has 1001 characters; it must have 0 to 1000");
            assertThat(told.said()).hasSize(1);
        }
    }

    @Test
    void aClientThatTakesNothingIsDroppedAndTheOthersMissNothing() throws IOException {
        Login user = Login.ofNewUser();
        List<EventStream> others = new ArrayList<>();
        try (Socket lazy = lazy(user)) {
            for (int i = 1; i < STREAMS; i++) {
                others.add(EventStream.of(user.client()));
            }
            assertThat(user.client().get(STREAM).status()).isEqualTo(429);
            EventStream diligent = others.get(0);
            for (int published = 0; published < MANY; published += PART) {
                publish(user, "times/" + PART);
                diligent.awaitEvents(published + PART);
            }
            assertThat(diligent.said().contains("gap {}")).isFalse();
            untilOneMoreIsLetIn(user.client());
            assertThat(rest(lazy)).as("what the server had written before").isLessThan(MANY * 1_000L);
        } finally {
            others.forEach(EventStream::close);
        }
    }

    /** A stream that nobody reads. */
    private static Socket lazy(Login user) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(BYTES);
        socket.connect(new InetSocketAddress(
                InetAddress.getLoopbackAddress(), Integer.parseInt(Backends.property("it.port"))));
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
        String request = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer %s\r\n\r\n"
                .formatted(STREAM, user.accessToken());
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }

    private static void untilOneMoreIsLetIn(Client client) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        int status;
        do {
            assertThat(System.nanoTime()).as("nobody is dropped").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            status = client.get(STREAM).status();
        } while (status != 200);
    }

    /** The bytes up to the end of the connection, which there has to be once they are read. */
    private static long rest(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[BYTES];
        long bytes = 0;
        try {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
        } catch (SocketException reset) {
            // is an end too
        }
        return bytes;
    }
}
