package dev.alacena.cache.local;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.alacena.cache.engine.session.SessionAuthority;
import dev.alacena.cache.engine.session.SessionRow;
import dev.alacena.cache.engine.session.SessionRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The sessions of an application without a database and without Redis: in the memory of one JVM, bounded. Thread-safe. */
public final class MemorySessions implements SessionAuthority {
    private final Cache<String, SessionRow> rows;
    private final SessionRules rules;

    /** At most so many sessions; beyond that those go that are used least. */
    public MemorySessions(long maxSessions, SessionRules rules, InstantSource clock) {
        this.rules = rules;
        this.rows = Caffeine.newBuilder()
                .maximumSize(maxSessions)
                .expireAfterWrite(rules.idle())
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .executor(Runnable::run)
                .build();
    }

    @Override
    public void begin(SessionRow row) {
        rows.put(row.handle(), row);
    }

    @Override
    public Optional<SessionRow> find(String handle) {
        return Optional.ofNullable(rows.getIfPresent(handle));
    }

    @Override
    public boolean touch(String handle, Instant now) {
        SessionRow after = rows.asMap().computeIfPresent(handle, (same, row) -> touched(row, now));
        return after != null && rules.alive(after, now);
    }

    private SessionRow touched(SessionRow row, Instant now) {
        return rules.alive(row, now) && rules.touchable(row, now) ? row.touched(now) : row;
    }

    @Override
    public List<SessionRow> of(String user) {
        return handles(user).flatMap(handle -> find(handle).stream()).toList();
    }

    @Override
    public boolean end(String user, String handle) {
        SessionRow row = rows.getIfPresent(handle);
        return row != null && row.user().equals(user) && rows.asMap().remove(handle) != null;
    }

    @Override
    public List<String> endAll(String user) {
        List<String> ended = new ArrayList<>();
        handles(user).filter(handle -> end(user, handle)).forEach(ended::add);
        return ended;
    }

    /** All are looked at: there is a bound on how many there are, and an index would have to follow every eviction. */
    private Stream<String> handles(String user) {
        return rows.asMap().values().stream()
                .filter(row -> row.user().equals(user))
                .map(SessionRow::handle);
    }
}
