package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Resources with limits on a real server. It trusts this machine as a proxy, so that a test can come from anywhere. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
class RateLimitsIT {

    private static final String REFUSED = "There were too many requests; try again in %s s.";

    private final Client client = new Client();
    private final String user = "user-" + UUID.randomUUID();

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.withTests()
                .addAsResource(
                        new StringAsset(
                                """
                                alacena.rate-limits.trusted-proxies=127.0.0.1,::1
                                alacena.rate-limits.it-login.free-failures=1
                                # a call that Redis answers late is counted here, and not by Redis
                                alacena.redis.timeout=PT5S
                                """),
                        "META-INF/microprofile-config.properties");
    }

    private Answer get(String path) {
        return send("GET", path);
    }

    private Answer send(String method, String path) {
        return client.send(method, path, BodyPublishers.noBody(), "X-Test-User", user);
    }

    private Answer from(String address) {
        return client.get("/limited/by-address", "X-Forwarded-For", address);
    }

    private static void isRefused(Answer answer) {
        String seconds = answer.header("Retry-After");
        assertThat(Long.parseLong(seconds)).isPositive();
        answer.isProblem(429, "Too Many Requests", REFUSED.formatted(seconds), "");
    }

    @Test
    void aUserMayCallAsOftenAsTheLimitSaysAndAnotherUserStill() {
        for (int left = 2; left >= 0; left--) {
            Answer answer = get("/limited/by-user");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"it-user\";q=3;w=86400");
            assertThat(answer.header("RateLimit")).startsWith("\"it-user\";r=" + left + ";t=");
        }
        Answer refused = get("/limited/by-user");
        isRefused(refused);
        assertThat(Long.parseLong(refused.header("Retry-After"))).isBetween(28_000L, 28_800L);
        assertThat(refused.header("RateLimit")).isEqualTo("\"it-user\";r=0;t=" + refused.header("Retry-After"));
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"it-user\";q=3;w=86400");
        assertThat(client.get("/limited/by-user", "X-Test-User", user + "-other")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anotherSpellingOfThePathIsTheSameLimit() {
        for (String path : new String[] {"/limited/by-user", "/limited/by-user;a=b", "/limited/by-user?x=y"}) {
            assertThat(get(path).status()).isEqualTo(200);
        }
        isRefused(get("/limited/by-user;c=d"));
        assertThat(get("/limited/by%2Duser").status()).isIn(404, 429);
    }

    @Test
    void anAddressMayCallAsOftenAsTheLimitSaysWhoeverTheUserIs() {
        String address = "198.51.100." + (System.nanoTime() & 127);
        for (int call = 0; call < 3; call++) {
            assertThat(from(address).status()).isEqualTo(200);
        }
        isRefused(from(address));
        isRefused(from("::ffff:" + address));
        isRefused(from("6.6.6." + (System.nanoTime() & 127) + ", " + address));
        isRefused(client.get("/limited/by-address", "X-Forwarded-For", address, "X-Test-User", user));
        assertThat(from("203.0.113." + (System.nanoTime() & 127)).status()).isEqualTo(200);
    }

    @Test
    void ipv6IsCountedByItsNetwork() {
        String network = "2001:db8:%x:%x".formatted(System.nanoTime() & 0xffff, System.nanoTime() >> 16 & 0xffff);
        for (int call = 1; call <= 3; call++) {
            assertThat(from(network + "::" + call).status()).isEqualTo(200);
        }
        isRefused(from(network + "::4"));
    }

    @Test
    void allMethodsCountAgainstTheSameLimit() {
        for (String method : new String[] {"GET", "HEAD", "POST", "OPTIONS"}) {
            assertThat(send(method, "/limited/methods").status()).as(method).isBetween(200, 204);
        }
        for (String method : new String[] {"GET", "POST", "OPTIONS"}) {
            isRefused(send(method, "/limited/methods"));
        }
        assertThat(send("HEAD", "/limited/methods").status()).isEqualTo(429);
    }

    @Test
    void failuresCountAndAnswersOfSeveralLimitsTellOfAll() {
        for (int call = 0; call < 2; call++) {
            Answer answer = get("/limited/missing");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"it-missing\";q=2;w=3600, \"it-burst\";q=10");
            assertThat(answer.header("RateLimit")).contains("\"it-missing\";r=", ", \"it-burst\";r=");
        }
        isRefused(get("/limited/missing"));
    }

    @Test
    void codeHasLimitsWithSettings() {
        String path = "/limited/logins/" + user;
        assertThat(send("POST", path).body()).contains("\"allowed\":true", "\"untilNext\":\"PT0S\"");
        assertThat(send("POST", path).body()).contains("\"allowed\":true", "\"untilNext\":\"PT1S\"");
        assertThat(send("POST", path).body()).contains("\"allowed\":false");
    }

    @Test
    void codeLearnsWhereARequestComesFrom() {
        assertThat(client.get("/limited/address", "X-Forwarded-For", "192.0.2.1, 127.0.0.1")
                        .body())
                .isEqualTo("192.0.2.1");
        assertThat(client.get("/limited/address").body()).isEqualTo("127.0.0.1");
    }

    @Test
    void withoutRedisTheLimitStaysAndNoRequestFails() {
        Backends.stopRedis();
        try {
            for (int call = 0; call < 3; call++) {
                assertThat(get("/limited/by-user").status()).isEqualTo(200);
            }
            isRefused(get("/limited/by-user"));
        } finally {
            Backends.startRedis();
        }
    }
}
