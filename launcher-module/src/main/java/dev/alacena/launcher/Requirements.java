package dev.alacena.launcher;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** What must be so before anything is started. */
final class Requirements {

    private static final int REDIS_PORT = 6_379;

    private Requirements() {}

    static void check(Options options, Places places) throws LaunchFailure {
        Ports.requireFree(options.port(), options.nodes());
        exists(places.war());
        exists(options.server().artifact(places));
        if (options.redis() != null) {
            answers(options.redis());
        }
        if (options.database() != null) {
            answers(options.database());
        }
    }

    private static void exists(Path path) throws LaunchFailure {
        if (!Files.exists(path)) {
            throw new LaunchFailure(path + " is missing. Build it first: mvn -Prun does.");
        }
    }

    private static void answers(URI redis) throws LaunchFailure {
        int port = redis.getPort() == -1 ? REDIS_PORT : redis.getPort();
        if (!Ports.answers(redis.getHost(), port)) {
            throw new LaunchFailure(
                    "nobody answers at %s port %d, the Redis of -Dredis.url. Start it, or mend the address."
                            .formatted(redis.getHost(), port));
        }
    }

    private static void answers(Database database) throws LaunchFailure {
        try (Connection connection = database.dataSource().getConnection()) {
            connection.isValid(1);
        } catch (SQLException e) {
            throw new LaunchFailure(
                    "cannot connect to %s, the PostgreSQL of -Ddb.url. Mend the address, -Ddb.user or -Ddb.password"
                            .formatted(database),
                    e);
        }
    }
}
