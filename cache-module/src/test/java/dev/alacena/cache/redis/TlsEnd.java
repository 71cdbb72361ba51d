package dev.alacena.cache.redis;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.jspecify.annotations.Nullable;

/** Takes TLS off what comes to a port of loopback and hands it to a Redis, as a server with TLS of its own would. */
final class TlsEnd extends Relay {

    /** Asks for this client's certificate, if one is given. */
    TlsEnd(RedisProcess redis, Certificate own, @Nullable Certificate client)
            throws IOException, GeneralSecurityException {
        super(redis, door(own, client));
        open();
    }

    private static ServerSocket door(Certificate own, @Nullable Certificate client)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                own.keys().getKeyManagers(),
                client == null ? null : client.trusted().getTrustManagers(),
                null);
        SSLServerSocket door = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        door.setNeedClientAuth(client != null);
        return door;
    }

    String url(String host) {
        return "rediss://%s:%d".formatted(host, port());
    }

    @Override
    void answers(Socket server, Socket client) throws IOException {
        pump(server, client);
    }
}
