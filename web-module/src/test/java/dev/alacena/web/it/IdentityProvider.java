package dev.alacena.web.it;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;

/** An outside provider of Keycloak's shape, on the loopback address. */
final class IdentityProvider implements AutoCloseable {

    private static final String ISSUER = "https://id.example.org/realms/shop";

    private final SigningKey key = new SigningKey();
    private final HttpServer server;

    IdentityProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.createContext("/certs", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] keys = key.publicKeys().getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(200, keys.length);
            exchange.getResponseBody().write(keys);
        }
    }

    /** All that an application has to be told. */
    String settings() {
        return """
                login.enabled=false
                login.provider.issuer=%s
                login.provider.audience=shop
                login.provider.keys=http://127.0.0.1:%d/certs
                """
                .formatted(ISSUER, server.getAddress().getPort());
    }

    /** Somebody who is logged in there. */
    Somebody somebody(String email, String... roles) {
        return new Somebody(UUID.randomUUID().toString(), UUID.randomUUID().toString(), email, List.of(roles));
    }

    /** A login of somebody there, with as many tokens as are wanted. */
    record Somebody(String subject, String session, String email, List<String> roles) {}

    /** A new access token, good for so many seconds from now. */
    String token(Somebody somebody, long seconds) {
        JwtClaims claims = SigningKey.claims(ISSUER, somebody.subject(), seconds);
        claims.setAudience("shop", "account");
        claims.setClaim("sid", somebody.session());
        claims.setClaim("typ", "Bearer");
        claims.setClaim("preferred_username", "somebody");
        claims.setClaim("email", somebody.email());
        claims.setClaim("email_verified", true);
        claims.setClaim("realm_access", Map.of("roles", somebody.roles()));
        return key.token(claims);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
