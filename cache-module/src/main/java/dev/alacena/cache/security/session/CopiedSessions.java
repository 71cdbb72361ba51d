package dev.alacena.cache.security.session;

import dev.alacena.cache.cdi.Hand;
import dev.alacena.cache.engine.Changes;
import dev.alacena.cache.engine.Loader;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.session.SessionAuthority;
import dev.alacena.cache.engine.session.SessionRow;
import dev.alacena.cache.engine.session.SessionRules;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The database with copies in level 2: whatever changes a session takes its copy out, with the fences of the transaction or
 * of the call. Thread-safe.
 */
final class CopiedSessions implements SessionAuthority {
    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final SessionAuthority database;
    private final Hand hand;
    private final Space space;
    private final Ends ends;

    /** When sessions end, and what time it is. */
    record Ends(SessionRules rules, InstantSource clock) {
        Duration left(SessionRow row) {
            Duration left = Duration.between(clock.instant(), rules.end(row));
            return left.compareTo(SHORTEST) < 0 ? SHORTEST : left;
        }
    }

    CopiedSessions(SessionAuthority database, Hand hand, Space space, Ends ends) {
        this.database = database;
        this.hand = hand;
        this.space = space;
        this.ends = ends;
    }

    @Override
    public void begin(SessionRow row) throws AuthorityException {
        hand.change(
                changes(List.of(row.handle())),
                () -> {
                    database.begin(row);
                    return row;
                },
                done -> Changes.NONE);
    }

    @Override
    public Optional<SessionRow> find(String handle) throws AuthorityException {
        try {
            Object row = hand.cupboard().engine().get(hand.request(space, handle), new Load(handle));
            return Optional.ofNullable((SessionRow) row);
        } catch (AuthorityException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AuthorityException(e);
        }
    }

    /** From the database; no copy outlives its session. */
    private final class Load implements Loader {
        private final String handle;

        Load(String handle) {
            this.handle = handle;
        }

        @Override
        public @Nullable Object load() throws AuthorityException {
            return database.find(handle).orElse(null);
        }

        @Override
        public Duration life(@Nullable Object value) {
            return value instanceof SessionRow row ? ends.left(row) : FOR_EVER;
        }
    }

    @Override
    public boolean touch(String handle, Instant now) throws AuthorityException {
        return hand.change(changes(List.of(handle)), () -> database.touch(handle, now), done -> Changes.NONE);
    }

    @Override
    public List<SessionRow> of(String user) throws AuthorityException {
        return database.of(user);
    }

    @Override
    public boolean end(String user, String handle) throws AuthorityException {
        return hand.change(changes(List.of(handle)), () -> database.end(user, handle), done -> Changes.NONE);
    }

    /** Those that are known get their fences before they end, those that began meanwhile after it. */
    @Override
    public List<String> endAll(String user) throws AuthorityException {
        List<String> known = database.of(user).stream().map(SessionRow::handle).toList();
        return hand.change(changes(known), () -> database.endAll(user), ended -> changes(without(known, ended)));
    }

    private static List<String> without(List<String> known, List<String> ended) {
        Set<String> fenced = Set.copyOf(known);
        return ended.stream().filter(handle -> !fenced.contains(handle)).toList();
    }

    private Changes changes(Collection<String> handles) {
        return Changes.all(handles.stream()
                .map(handle -> Hand.changes(hand.request(space, handle)))
                .toList());
    }
}
