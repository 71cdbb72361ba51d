package dev.alacena.cache.security.session;

import dev.alacena.api.security.SecurityDatabase;
import dev.alacena.api.security.SessionOrigin;
import dev.alacena.api.security.SessionsUnavailableException;
import dev.alacena.api.security.UserSession;
import dev.alacena.api.security.UserSessions;
import dev.alacena.cache.cdi.Hand;
import dev.alacena.cache.engine.CodecException;
import dev.alacena.cache.engine.Counters;
import dev.alacena.cache.engine.Space;
import dev.alacena.cache.engine.TextCodec;
import dev.alacena.cache.engine.session.SessionAuthority;
import dev.alacena.cache.engine.session.SessionAuthority.AuthorityException;
import dev.alacena.cache.engine.session.SessionRow;
import dev.alacena.cache.engine.session.SessionRules;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sessions over whoever keeps them; the times are looked at here, whatever was kept. Thread-safe. */
public final class Sessions implements UserSessions {
    private static final Pattern USER = Pattern.compile("(?s)[^\\p{Cc}\\p{Cs}]{1,256}");

    private final SessionIds ids = new SessionIds();
    private final SessionAuthority authority;
    private final SessionData data;
    private final SessionRules rules;
    private final InstantSource clock;

    private Sessions(SessionAuthority authority, Base base) {
        this.authority = authority;
        this.data = new SessionData(base.types(), base.counters());
        this.rules = base.rules();
        this.clock = base.clock();
    }

    /**
     * What sessions go by, whoever keeps them.
     *
     * @param rules how long they live
     * @param types codecs of their data
     * @param counters of data that are of another type
     * @param clock the wall's
     */
    public record Base(SessionRules rules, Types types, Counters counters, InstantSource clock) {}

    /** Codecs by type. */
    @FunctionalInterface
    public interface Types {
        TextCodec text(Class<?> type) throws CodecException;
    }

    /** Sessions that some authority keeps alone. */
    public static UserSessions keptBy(SessionAuthority authority, Base base) {
        return new Sessions(authority, base);
    }

    /** Sessions that a database keeps, with copies in a cache. */
    public static UserSessions keptBy(SecurityDatabase database, Base base, Hand hand, Space copies) {
        SessionAuthority rows = new DatabaseSessions(database, base.rules());
        return new Sessions(
                new CopiedSessions(rows, hand, copies, new CopiedSessions.Ends(base.rules(), base.clock())), base);
    }

    @Override
    public <T> Begun<T> begin(String user, T content, SessionOrigin origin) {
        if (!USER.matcher(user).matches()) {
            throw new IllegalArgumentException("a user is named by 1 to 256 characters, none of them a control");
        }
        SessionData.Written written = data.write(Objects.requireNonNull(content, "data"));
        String id = ids.next();
        Instant now = now();
        SessionRow row = new SessionRow(
                SessionIds.handle(id),
                user,
                written.text(),
                written.type(),
                origin.address(),
                origin.userAgent(),
                now,
                now);
        ask(() -> {
            authority.begin(row);
            return row;
        });
        return new Begun<>(id, session(row, content));
    }

    @Override
    public <T> Optional<UserSession<T>> find(String id, Class<T> type) {
        return SessionIds.isId(id) ? byHandle(SessionIds.handle(id), type) : Optional.empty();
    }

    @Override
    public <T> Optional<UserSession<T>> byHandle(String handle, Class<T> type) {
        return living(handle).flatMap(row -> data.read(row, type).map(content -> session(row, content)));
    }

    @Override
    public boolean touch(String handle) {
        Optional<SessionRow> row = living(handle);
        Instant now = now();
        return row.isPresent() && (!rules.touchable(row.get(), now) || ask(() -> authority.touch(handle, now)));
    }

    @Override
    public List<UserSession<Void>> of(String user) {
        Instant now = now();
        return ask(() -> authority.of(user)).stream()
                .filter(row -> rules.alive(row, now))
                .sorted(Comparator.comparing(SessionRow::createdAt).reversed())
                .map(this::withoutData)
                .toList();
    }

    @Override
    public boolean end(String user, String handle) {
        return SessionIds.isHandle(handle) && ask(() -> authority.end(user, handle));
    }

    @Override
    public List<String> endAll(String user) {
        return List.copyOf(ask(() -> authority.endAll(user)));
    }

    private Optional<SessionRow> living(String handle) {
        return SessionIds.isHandle(handle)
                ? ask(() -> authority.find(handle)).filter(row -> rules.alive(row, now()))
                : Optional.empty();
    }

    /** What the authority is asked. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws AuthorityException;
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (AuthorityException e) {
            throw new SessionsUnavailableException(Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    private <T> UserSession<T> session(SessionRow row, T content) {
        UserSession<Void> session = withoutData(row);
        return new UserSession<>(
                session.handle(),
                session.user(),
                content,
                session.origin(),
                session.createdAt(),
                session.lastSeenAt(),
                session.expiresAt());
    }

    private UserSession<Void> withoutData(SessionRow row) {
        return new UserSession<>(
                row.handle(),
                row.user(),
                null,
                new SessionOrigin(row.address(), row.userAgent()),
                row.createdAt(),
                row.lastSeenAt(),
                rules.end(row));
    }

    /** As exact as every authority keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
