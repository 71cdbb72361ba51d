package dev.alacena.web.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What administrators see of the cache, and what they take out of it. */
@RunAsClient
@ExtendWith(ArquillianExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CacheAdminIT {

    private static final String CACHE = "/api/v1/cache/";
    private static final String USERS = "/api/v1/users/";
    private static final String NO_TEXT = "must have 1 to 1024 characters, none of them a control";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final List<String> FOREIGN = List.of(
            "other:{users:1}:0a0b0c0d",
            "alacena2:{users:1}:0a0b0c0d",
            "alacena:orders:1",
            "alacena:{limit:somebody:00}",
            "alacena:session:{nobody}",
            "plain");

    private final Client client = new Client();
    private final ServerLog log = new ServerLog();
    private Keys redis = new Keys(Integer.parseInt(Backends.property("it.redis")));

    @Deployment(testable = false)
    static WebArchive war() {
        return Wars.alacena();
    }

    @BeforeEach
    void plant() {
        FOREIGN.forEach(name -> plant(name, "secret of another"));
        log.mark();
    }

    @AfterEach
    void nothingForeignIsGoneAndNothingIsLoggedAboveInfo() {
        FOREIGN.forEach(name -> assertThat(redis.call(Keys.bytes("DEL"), Keys.bytes(name)))
                .as(name)
                .isEqualTo(Keys.bytes("1")));
        redis.close();
        assertThat(log.complaints()).isEmpty();
    }

    private void plant(String name, String value) {
        redis.call(Keys.bytes("SET"), Keys.bytes(name), Keys.bytes(value), Keys.bytes("PX"), Keys.bytes("600000"));
    }

    private Answer post(String path) {
        return client.send("POST", CACHE + path, BodyPublishers.noBody());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private List<String> keys(String query) {
        Answer answer = client.get(CACHE + "keys" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        return answer.json().findValuesAsText("key");
    }

    private static void is(Answer answer, String body) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    /** As many addresses that nobody has, each of them cached. */
    private List<String> absent(String name, int count) {
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            client.get(USERS + "by-email/%s-%d@example.com".formatted(name, i));
            keys.add("users-by-email:%s-%d@example.com".formatted(name, i));
        }
        return keys;
    }

    @Test
    void allCachesHaveSettingsAndStatistics() {
        Answer all = client.get(CACHE + "caches");
        assertThat(all.header("Cache-Control")).isEqualTo("no-store");
        assertThat(all.json().findValuesAsText("cache")).contains("users", "users-by-email", "user-lists");
        JsonNode users = client.get(CACHE + "caches/users").json();
        assertThat(users.fieldNames()).toIterable().containsExactly("cache", "settings", "statistics");
        assertThat(users.path("settings"))
                .hasToString("{\"enabled\":true,\"consistency\":\"STRICT\",\"ttl\":\"PT15M\",\"nullTtl\":\"PT1M\","
                        + "\"lease\":\"PT10S\",\"maxEntries\":10000,\"waitReplicas\":0,\"tagged\":false}");
        assertThat(users.path("statistics").fieldNames())
                .toIterable()
                .contains("hits", "misses", "loads", "loadTime", "evictions", "size");
        for (String unknown : List.of("nobody", "USERS", "%20", "users:", "*")) {
            client.get(CACHE + "caches/" + unknown).isProblem(404, "Not Found", "There is no such cache.", "");
        }
    }

    @Test
    void statisticsCountPerLevelAndPerReason() {
        long user = client.newUser(Client.unusedName());
        JsonNode before = client.get(CACHE + "caches/users").json().path("statistics");
        client.get(USERS + user);
        client.get(USERS + user);
        JsonNode after = client.get(CACHE + "caches/users").json().path("statistics");
        assertThat(after.path("loads").asLong())
                .isGreaterThan(before.path("loads").asLong());
        assertThat(after.path("hits").path("LEVEL_2").asLong())
                .isGreaterThan(before.path("hits").path("LEVEL_2").asLong());
        assertThat(after.path("misses").path("COLD").isNumber()).isTrue();
    }

    @Test
    void keysAreListedWithTimeAndSizeAndWithoutValues() {
        String name = Client.unusedName();
        long user = client.newUser(name);
        client.get(USERS + user);
        Answer answer = client.get(CACHE + "keys?pattern=users:" + user);
        assertThat(answer.body())
                .matches(
                        "\\[\\{\"cache\":\"users\",\"key\":\"users:%d\",\"ttl\":\"PT1[45]M[0-9.]*S?\",\"size\":[0-9]+}]"
                                .formatted(user))
                .doesNotContain(name);
        assertThat(keys("?pattern=users:" + user + "0")).isEmpty();
    }

    @Test
    void theListIsBoundedAndHasNothingOfOthersOrOfTheLibrary() {
        absent(Client.unusedName(), 120);
        client.get("/api/v1/users?limit=3");
        assertThat(keys("")).hasSize(100).doesNotHaveDuplicates();
        assertThat(keys("?limit=7")).hasSize(7);
        assertThat(keys("?limit=1000"))
                .hasSizeGreaterThan(120)
                .doesNotHaveDuplicates()
                .contains("user-lists:0:3")
                .allMatch(key -> key.matches("(users|users-by-email|user-lists|[a-z-]+):[^{}]+"))
                .noneMatch(key -> key.startsWith("alacena-") || key.startsWith("limit:"))
                .doesNotContain("users:1:0a0b0c0d");
        for (String pattern : List.of("*somebody*", "*orders*", "alacena*", "*nobody*", "*%7B*", "tag*")) {
            assertThat(keys("?pattern=" + pattern)).isEmpty();
        }
    }

    @Test
    void aListThatCannotBeIsRefusedWithTheFieldNamed() {
        for (String limit : List.of("0", "1001", "-1", "ten", "", "1e3")) {
            client.get(CACHE + "keys?limit=" + limit).refuses("limit", "must be a whole number from 1 to 1000");
        }
        for (String pattern : List.of("", "%00", "a%0Ab", "%7F", "%C2%85", "a".repeat(1025))) {
            client.get(CACHE + "keys?pattern=" + pattern).refuses("pattern", NO_TEXT);
        }
        assertThat(keys("?pattern=" + "a".repeat(1024))).isEmpty();
        assertThat(keys("?pattern=" + "*a".repeat(512))).isEmpty();
        assertThat(keys("?pattern=%5C")).isEmpty();
        assertThat(keys("?pattern=%5B")).isEmpty();
    }

    @Test
    void aKeyIsTakenOutOnce() {
        long user = client.newUser(Client.unusedName());
        client.get(USERS + user);
        is(post("invalidate/users:" + user), "{\"key\":\"users:%d\",\"deleted\":true}".formatted(user));
        is(post("invalidate/users:" + user), "{\"key\":\"users:%d\",\"deleted\":false}".formatted(user));
        assertThat(client.get(USERS + user).header("X-Cache")).isEqualTo("MISS");
        assertThat(client.get(USERS + user).header("X-Cache")).isEqualTo("HIT");
    }

    @Test
    void aKeyWithEscapesIsTakenOutByItsListedText() {
        String email = "o'%s+a@example.com".formatted(Client.unusedName());
        client.get(USERS + "by-email/" + encoded(email));
        List<String> listed = keys("?pattern=" + encoded("users-by-email:o*" + email.substring(2)));
        assertThat(listed).containsExactly("users-by-email:" + email.replace("'", "%27"));
        assertThat(post("invalidate/" + encoded(listed.get(0)))
                        .json()
                        .path("deleted")
                        .asBoolean())
                .isTrue();
        assertThat(keys("?pattern=" + encoded(listed.get(0)))).isEmpty();
    }

    @Test
    void ofWhatIsNoKeyNothingIsDeleted() {
        for (String key : List.of(
                "nothing",
                "users",
                "users:",
                "a/b/c",
                "%7Busers:1%7D",
                "other:%7Busers:1%7D:0a0b0c0d",
                "alacena-sessions:x",
                "limit:somebody:00",
                "alacena:orders:1",
                "plain",
                "*",
                "%25")) {
            Answer answer = post("invalidate/" + key);
            assertThat(answer.status()).as(key).isEqualTo(200);
            assertThat(answer.json().path("deleted").asBoolean()).as(key).isFalse();
        }
    }

    @Test
    void aPatternCountsExactlyWhatItTakesOut() {
        String name = Client.unusedName();
        List<String> keys = absent(name, 5);
        is(
                post("invalidate-pattern/users-by-email:" + name + "-%3F@*"),
                "{\"pattern\":\"users-by-email:%s-?@*\",\"deletedKeys\":5}".formatted(name));
        is(
                post("invalidate-pattern/users-by-email:" + name + "-*"),
                "{\"pattern\":\"users-by-email:%s-*\",\"deletedKeys\":0}".formatted(name));
        assertThat(keys("?pattern=*" + name + "*")).doesNotContainAnyElementsOf(keys);
    }

    @Test
    void aPatternOfAnythingReachesOwnEntriesOnly() {
        absent(Client.unusedName(), 3);
        plant("alacena:{task-lists:1:a}:00", "mine");
        Answer all = post("invalidate-pattern/*");
        assertThat(all.status()).as(all.body()).isEqualTo(200);
        assertThat(all.json().path("deletedKeys").asLong()).isGreaterThanOrEqualTo(4);
        assertThat(all.header("Cache-Control")).isEqualTo("no-store");
        assertThat(keys("?limit=1000")).isEmpty();
        assertThat(client.get("/api/v1/auth/me").status()).isEqualTo(200);
    }

    @Test
    void aPatternThatCannotBeIsRefusedWithTheFieldNamed() {
        for (String what : List.of("pattern", "key", "tag")) {
            String path = what.equals("key") ? "invalidate/" : "invalidate-" + what + "/";
            for (String text : List.of("a%0Ab", "%C2%85", "%7F", "a".repeat(1025), "x:" + "%C3%A9".repeat(1023))) {
                post(path + text).refuses(what, NO_TEXT);
            }
            assertThat(post(path).status()).isEqualTo(404);
            assertThat(post(path.substring(0, path.length() - 1)).status()).isEqualTo(404);
            assertThat(refusedByTheServer(path + "%00").status()).isEqualTo(400);
            assertThat(refusedByTheServer(path + "a".repeat(10_000)).status()).isEqualTo(400);
            assertThat(refusedByTheServer(path + "%5C").status()).isIn(200, 400);
            assertThat(client.get(CACHE + path + "x").status()).isEqualTo(405);
        }
    }

    /** Payara itself answers some paths, and closes the connection that another call would meet. */
    private static Answer refusedByTheServer(String path) {
        return new Client().sendToTheServer("POST", CACHE + path, BodyPublishers.noBody());
    }

    @Test
    void theWholeRestOfThePathIsMeant() {
        for (String rest :
                List.of("a%2Fb", "a;b", "a;b=c/d", "a%3Bb", "a//b", "a/", "a+b", "%5B%5D", "%25", "%2E%2E", "%C3%A9")) {
            String text = URLDecoder.decode(rest.replace("+", "%2B"), StandardCharsets.UTF_8);
            is(post("invalidate-pattern/zz" + rest), "{\"pattern\":\"zz%s\",\"deletedKeys\":0}".formatted(text));
            is(post("invalidate/zz" + rest), "{\"key\":\"zz%s\",\"deleted\":false}".formatted(text));
            is(post("invalidate-tag/zz" + rest), "{\"tag\":\"zz%s\",\"invalidated\":true}".formatted(text));
        }
    }

    @Test
    void aTagTakesOutWhatCarriesIt() {
        String list = "/api/v1/users?limit=2";
        client.get(list);
        assertThat(client.get(list).header("X-Cache")).isEqualTo("HIT");
        is(post("invalidate-tag/users"), "{\"tag\":\"users\",\"invalidated\":true}");
        assertThat(client.get(list).header("X-Cache")).isEqualTo("MISS");
        is(post("invalidate-tag/no:such"), "{\"tag\":\"no:such\",\"invalidated\":true}");
    }

    @Test
    void clearTakesOutEverythingOfThisApplication() {
        absent(Client.unusedName(), 3);
        Answer cleared = post("clear");
        assertThat(cleared.body()).matches("\\{\"cleared\":true,\"message\":\"[0-9]+ entries were taken out.\"}");
        assertThat(cleared.header("Cache-Control")).isEqualTo("no-store");
        assertThat(keys("?limit=1000")).isEmpty();
    }

    @Test
    void everythingOfAUserAndOfNobodyElseIsTakenOut() {
        Login user = Login.ofNewUser();
        long id = user.user();
        String path = USERS + id + "/cache/invalidate";
        client.send("POST", path, BodyPublishers.noBody());
        client.get(USERS + id);
        client.get(USERS + "by-email/" + user.email());
        for (String key : List.of(
                "task-lists:%d:DONE", "task-lists:%d:", "performance:%d:a:b", "habits:%d", "user-posts:%d:10")) {
            plant("alacena:{" + key.formatted(id) + "}:00", "mine");
        }
        List<String> others = List.of("task-lists:%d0:x", "habits:1:%d:x", "habits:x%d", "category-lists:%d").stream()
                .map(key -> key.formatted(id))
                .toList();
        others.forEach(key -> plant("alacena:{" + key + "}:00", "theirs"));
        is(
                user.client().send("POST", path, BodyPublishers.noBody()),
                "{\"userId\":%d,\"deletedKeys\":7}".formatted(id));
        is(client.send("POST", path, BodyPublishers.noBody()), "{\"userId\":%d,\"deletedKeys\":0}".formatted(id));
        assertThat(keys("?limit=1000&pattern=*" + id + "*")).containsAll(others);
        assertThat(client.get(USERS + id).header("X-Cache")).isEqualTo("MISS");
    }

    @Test
    void onlyTheUserAndAdministratorsTakeOutWhatIsOfAUser() {
        Login user = Login.ofNewUser();
        String path = USERS + user.user() + "/cache/invalidate";
        Login.ofNewUser()
                .client()
                .send("POST", path, BodyPublishers.noBody())
                .isProblem(403, "Forbidden", "This is not allowed to the caller.", "");
        client.send("POST", USERS + "999999999999999999/cache/invalidate", BodyPublishers.noBody())
                .isProblem(404, "Not Found", "There is no such user.", "");
        client.send("POST", USERS + "x/cache/invalidate", BodyPublishers.noBody())
                .refuses("id", "must be a whole number from 1 to 999999999999999999");
    }

    @Test
    void whoTakesSomethingOutIsWrittenDown() {
        String name = Client.unusedName();
        String who = "\"who\":\"%d\"".formatted(Login.administrator().user());
        post("invalidate/users:" + name);
        post("invalidate-pattern/" + name + "*%C3%A9");
        post("invalidate-tag/" + name);
        post("clear");
        List<String> lines = log.holding("CACHE_ADMINISTERED");
        assertThat(lines).hasSize(4).allMatch(line -> line.contains(who) && line.contains("\"from\":\"127.0.0.1\""));
        assertThat(lines.get(0)).contains("\"what\":\"invalidate users:" + name + "\"");
        assertThat(lines.get(1)).contains("\"what\":\"invalidate-pattern " + name + "*\\u00E9\"");
        assertThat(lines.get(2)).contains("\"what\":\"invalidate-tag " + name + "\"");
        assertThat(lines.get(3)).contains("\"what\":\"clear\"");
    }

    /** The last one: a node that hears of another Redis sends its recent invalidations again, and others would meet them. */
    @Order(Integer.MAX_VALUE)
    @Test
    void withoutRedisInvalidationsAreKeptAndNothingIsListed() {
        long user = client.newUser(Client.unusedName());
        redis.close();
        Backends.stopRedis();
        try {
            assertThat(client.get(CACHE + "stats").json().path("connected").asBoolean(true))
                    .isFalse();
            assertThat(client.get(CACHE + "caches").status()).isEqualTo(200);
            Answer keys = client.get(CACHE + "keys");
            keys.isProblem(503, "Service Unavailable", "Redis does not answer.", "");
            assertThat(keys.header("Retry-After")).isEqualTo("5");
            kept(post("invalidate/users:1"), "{\"key\":\"users:1\"}");
            kept(post("invalidate-pattern/users:*"), "{\"pattern\":\"users:*\"}");
            kept(post("invalidate-tag/users"), "{\"tag\":\"users\",\"invalidated\":false}");
            kept(
                    post("clear"),
                    "{\"cleared\":false,\"message\":\"Redis does not answer; the entries are taken out as soon as it does.\"}");
            kept(
                    client.send("POST", USERS + user + "/cache/invalidate", BodyPublishers.noBody()),
                    "{\"userId\":%d}".formatted(user));
            kept(
                    client.send("POST", "/api/v1/stats/users/%d/invalidate".formatted(user), BodyPublishers.noBody()),
                    "{\"userId\":%1$d,\"pattern\":\"task-statistics:%1$d:*\"}".formatted(user));
        } finally {
            Backends.startRedis();
            redis = new Keys(Integer.parseInt(Backends.property("it.redis")));
        }
        untilRedisAnswers();
        assertThat(keys("?pattern=users:*")).isEmpty();
        plant();
    }

    /** Several times in a row: a connection may have to notice first that its server is gone. */
    private void untilRedisAnswers() {
        Instant limit = Instant.now().plus(PATIENCE);
        for (int answered = 0; answered < 10; ) {
            assertThat(Instant.now()).isBefore(limit);
            answered = post("clear").status() == 200 ? answered + 1 : 0;
        }
    }

    private static void kept(Answer answer, String body) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }
}
