package dev.alacena.launcher.load;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * What the users of the demo data ask for: 95 of 100 requests read, five write; who asks, and whose things are asked for,
 * is drawn by {@link Zipf}. The same seed gives the same requests.
 */
final class Mix {

    /** Who takes part: all of them have to log in first. */
    static final int USERS = 300;

    private static final int HABITS_OF_A_USER = 5;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    /** The endpoints whose answers are computed. */
    static final List<String> COMPUTED =
            List.of("task statistics", "content statistics", "analytics: performance", "analytics: compliance");

    private record Share(int percent, Function<Mix, Call> call) {}

    private static final List<Share> SHARES = List.of(
            new Share(12, mix -> mix.read("user", "users/%d".formatted(mix.other()))),
            new Share(14, mix -> mix.read("post", "posts/%d".formatted(mix.post()))),
            new Share(12, mix -> mix.read("comments", "posts/%d/comments".formatted(mix.post()))),
            new Share(12, mix -> mix.read("posts of a user", "users/%d/posts".formatted(mix.other()))),
            new Share(10, mix -> mix.read("content statistics", "users/%d/content-stats".formatted(mix.other()))),
            new Share(10, mix -> mix.read("task statistics", "stats/users/%d".formatted(mix.user))),
            new Share(5, mix -> mix.read("tasks", "users/%d/tasks".formatted(mix.user))),
            new Share(5, mix -> mix.read("habits", "habits")),
            new Share(5, mix -> mix.read("analytics: performance", "analytics/performance")),
            new Share(5, mix -> mix.read("analytics: compliance", "analytics/compliance")),
            new Share(5, mix -> mix.read("categories", "categories")),
            new Share(2, Mix::comment),
            new Share(1, Mix::task),
            new Share(2, Mix::record));

    /** Every fiftieth user of the demo data takes no part. */
    private static final int OUTSIDE = 50;

    private final Zipf users = new Zipf(USERS);
    private final ShownPosts posts;
    private final RandomGenerator random;
    private int user;

    Mix(ShownPosts posts, RandomGenerator random) {
        this.posts = posts;
        this.random = random;
    }

    Call next() {
        user = other();
        int point = random.nextInt(100);
        for (Share share : SHARES) {
            point -= share.percent();
            if (point < 0) {
                return share.call().apply(this);
            }
        }
        throw new IllegalStateException("The shares are less than 100");
    }

    private Call read(String kind, String path) {
        return Call.get(kind, user, path);
    }

    private int other() {
        return number(users.draw(random));
    }

    /** The number in the demo data of the k-th who takes part, both from 1. */
    static int number(int k) {
        return k + (k - 1) / (OUTSIDE - 1);
    }

    private long post() {
        return posts.draw(other(), random);
    }

    private Call comment() {
        return Call.post("new comment", user, "posts/%d/comments".formatted(post()), "{\"content\":\"I see.\"}");
    }

    private Call task() {
        return Call.post("new task", user, "tasks", "{\"title\":\"Load\",\"assigneeId\":%d}".formatted(user));
    }

    private Call record() {
        int habit = (user - 1) * HABITS_OF_A_USER + 1 + random.nextInt(HABITS_OF_A_USER);
        String body = "{\"date\":\"%s\",\"value\":%d}"
                .formatted(FIRST_DAY.plusDays(random.nextInt(365)), 1 + random.nextInt(9));
        return Call.post("new record", user, "habits/%d/records".formatted(habit), body);
    }
}
