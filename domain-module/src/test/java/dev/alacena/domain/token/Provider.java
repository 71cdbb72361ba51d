package dev.alacena.domain.token;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/** An outside provider of Keycloak's shape, on the loopback address. */
final class Provider implements AutoCloseable {

    static final String ISSUER = "https://id.example.org/realms/shop";

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile String keys = "{\"keys\":[]}";
    private volatile boolean down;

    Provider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/certs", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        byte[] body = keys.getBytes(StandardCharsets.UTF_8);
        try (exchange) {
            exchange.sendResponseHeaders(down ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Named only by configuration. */
    Map<String, String> settings() {
        return Map.of(
                "login.enabled",
                "false",
                "login.provider.issuer",
                ISSUER,
                "login.provider.audience",
                "shop",
                "login.provider.keys",
                "http://%s:%d/certs"
                        .formatted(
                                server.getAddress().getAddress().getHostAddress(),
                                server.getAddress().getPort()));
    }

    void publish(JsonWebKey... published) {
        keys = new JsonWebKeySet(List.of(published)).toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    void down(boolean now) {
        down = now;
    }

    /** How often the keys were asked for. */
    int asked() {
        return asked.get();
    }

    static RsaJsonWebKey key(String kid, String use) {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2_048);
            key.setKeyId(kid);
            key.setUse(use);
            return key;
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What Keycloak puts into a token, right in everything; each test spoils one thing. */
    static Forge token(String kid) {
        return new Forge(kid)
                .header("alg", "RS256")
                .header("typ", "JWT")
                .without("upn")
                .without("groups")
                .claim("iss", ISSUER)
                .claim("aud", List.of("shop", "account"))
                .claim("sub", "f3b0a7f2-6c1c-4d0e-9a52-0a8f1f6f7a11")
                .claim("azp", "shop-pages")
                .claim("sid", "keycloak-session")
                .claim("typ", "Bearer")
                .claim("preferred_username", "ana")
                .claim("email", "ana@example.org")
                .claim("email_verified", true)
                .claim("realm_access", Map.of("roles", List.of("user", "offline_access")))
                .claim("resource_access", Map.of("shop", Map.of("roles", List.of("admin"))));
    }

    /** Signed as the token's own header says. */
    static String signed(Forge token, RsaJsonWebKey key, String algorithm) {
        JsonWebSignature signature = new JsonWebSignature();
        try {
            signature
                    .getHeaders()
                    .setFullHeaderAsJsonString(token.header("alg", algorithm).headerJson());
            signature.setPayload(token.claimsJson());
            signature.setKey(key.getPrivateKey());
            return signature.getCompactSerialization();
        } catch (JoseException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
