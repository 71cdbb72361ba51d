package dev.alacena.cache.config;

import dev.alacena.cache.redis.RedisConnection;
import dev.alacena.cache.redis.RedisConnection.Login;
import dev.alacena.cache.redis.Tls;
import dev.alacena.cache.redis.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which servers there are. One of four settings says so; those that do not go with it are mistakes. */
record RedisSettings(Source source) {
    private static final String URL = "alacena.redis.url";
    private static final String CLUSTER = "alacena.redis.cluster";
    private static final String SENTINELS = "alacena.redis.sentinels";
    private static final String FILE = "alacena.redis.config-file";
    private static final List<String> PLACES = List.of(URL, CLUSTER, SENTINELS, FILE);

    private static final String DATABASE = "alacena.redis.database";
    private static final String USERNAME = "alacena.redis.username";
    private static final String PASSWORD = "alacena.redis.password";
    private static final String POOL_SIZE = "alacena.redis.pool-size";
    private static final String MASTER_NAME = "alacena.redis.master-name";
    private static final String SENTINEL_USERNAME = "alacena.redis.sentinel-username";
    private static final String SENTINEL_PASSWORD = "alacena.redis.sentinel-password";

    private static final String TRUSTSTORE = "alacena.redis.truststore";
    private static final String KEYSTORE = "alacena.redis.keystore";
    private static final List<String> STORES = List.of(TRUSTSTORE, KEYSTORE);

    private static final List<String> OF_SENTINELS = List.of(MASTER_NAME, SENTINEL_USERNAME, SENTINEL_PASSWORD);
    private static final Map<String, List<String>> MEANINGLESS = Map.of(
            URL, OF_SENTINELS,
            CLUSTER, Stream.concat(OF_SENTINELS.stream(), Stream.of(DATABASE)).toList(),
            SENTINELS, List.of(),
            FILE,
                    Stream.of(OF_SENTINELS, STORES, List.of(DATABASE, USERNAME, PASSWORD, POOL_SIZE))
                            .flatMap(List::stream)
                            .toList());

    /** Empty where no server is configured, or not well enough. */
    Optional<RedisConnection> connection() {
        List<String> places = PLACES.stream().filter(source::given).toList();
        if (places.size() != 1) {
            places.stream()
                    .skip(1)
                    .forEach(place -> unfit(place, places.get(0) + " says where Redis is, too", "keep one of them"));
            return Optional.empty();
        }
        String place = places.get(0);
        MEANINGLESS.getOrDefault(place, List.of()).stream()
                .filter(source::given)
                .forEach(name -> unfit(name, "it has no meaning beside " + place, "remove it"));
        Optional<RedisConnection> connection =
                switch (place) {
                    case URL -> source.address(URL, 6379).map(this::single);
                    case CLUSTER ->
                        source.addresses(CLUSTER, 6379).map(nodes -> to(new Topology.Cluster(urls(nodes)), login()));
                    case SENTINELS -> source.addresses(SENTINELS, 26_379).map(this::sentinel);
                    default -> source.file(FILE).map(path -> to(new Topology.File(path), Login.NONE));
                };
        connection
                .flatMap(RedisConnection::mistake)
                .ifPresent(mistake -> unfit(place, "it can never connect: " + mistake, "correct that"));
        return connection;
    }

    private RedisConnection single(Address server) {
        if (server.secret() && (source.given(USERNAME) || source.given(PASSWORD))) {
            unfit(URL, "it names who connects, and other settings do", "keep alacena.redis.username and its password");
        }
        Login login = server.secret() ? new Login(server.username(), server.password()) : login();
        return to(new Topology.Single(server.url()), login);
    }

    private RedisConnection sentinel(List<Address> sentinels) {
        if (!source.given(MASTER_NAME)) {
            unfit(SENTINELS, "there is no " + MASTER_NAME, "give the name under which the Sentinels watch the servers");
        }
        if (source.given(SENTINEL_PASSWORD) && !source.given(PASSWORD)) {
            unfit(SENTINEL_PASSWORD, "Redisson sends it only if the servers have a password too", "give them one");
        }
        Login login = new Login(
                source.text(SENTINEL_USERNAME).orElse(null),
                source.secret(SENTINEL_PASSWORD).orElse(null));
        return to(
                new Topology.Sentinel(urls(sentinels), source.text(MASTER_NAME).orElse(""), login), login());
    }

    private Login login() {
        return new Login(
                source.text(USERNAME).orElse(null), source.secret(PASSWORD).orElse(null));
    }

    private static List<String> urls(List<Address> addresses) {
        return addresses.stream().map(Address::url).toList();
    }

    private RedisConnection to(Topology topology, Login login) {
        return new RedisConnection(
                topology,
                login,
                source.number(DATABASE, 0, 1_000_000).orElse(0L).intValue(),
                new RedisConnection.Times(
                        source.duration("alacena.redis.timeout").orElse(Duration.ofMillis(100)),
                        source.duration("alacena.redis.connect-timeout").orElse(Duration.ofMillis(200))),
                source.number(POOL_SIZE, 1, 1000).orElse(8L).intValue(),
                new Tls(keystore(TRUSTSTORE), keystore(KEYSTORE)));
    }

    private Tls.@Nullable Keystore keystore(String name) {
        return source.file(name)
                .map(file ->
                        new Tls.Keystore(file, source.secret(name + "-password").orElse(null)))
                .orElse(null);
    }

    private void unfit(String setting, String cause, String cure) {
        source.problems().unfit(setting, cause, cure);
    }
}
