package dev.alacena.launcher.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * The posts that the lists of the users show, which are those that clients ask for. Immutable.
 *
 * @param ofUser their ids by the ids of their authors, the newest first
 */
record ShownPosts(Map<Integer, List<Long>> ofUser) {

    /** As many as a list of posts has when nobody says how many. */
    private static final int SHOWN = 10;

    private static final String NEWEST =
            """
            SELECT author_id, id
            FROM (SELECT author_id, id, row_number() OVER (PARTITION BY author_id ORDER BY id DESC) AS place FROM posts) p
            WHERE place <= %d
            ORDER BY author_id, id DESC
            """
                    .formatted(SHOWN);

    ShownPosts {
        Map<Integer, List<Long>> copy = new HashMap<>();
        ofUser.forEach((user, posts) -> copy.put(user, List.copyOf(posts)));
        ofUser = Map.copyOf(copy);
    }

    static ShownPosts in(DataSource database) throws SQLException {
        Map<Integer, List<Long>> posts = new HashMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(NEWEST)) {
            while (rows.next()) {
                posts.computeIfAbsent(rows.getInt(1), none -> new ArrayList<>()).add(rows.getLong(2));
            }
        }
        return new ShownPosts(posts);
    }

    /**
     * One of those that this user's list shows.
     *
     * @throws IllegalArgumentException if the user has none: the demo data is changed
     */
    long draw(int user, RandomGenerator random) {
        List<Long> posts = ofUser.getOrDefault(user, List.of());
        if (posts.isEmpty()) {
            throw new IllegalArgumentException(
                    "User %d has no posts. The load needs the demo data as it is loaded into an empty database."
                            .formatted(user));
        }
        return posts.get(random.nextInt(posts.size()));
    }
}
