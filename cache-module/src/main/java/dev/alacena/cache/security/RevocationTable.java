package dev.alacena.cache.security;

import dev.alacena.api.security.SecurityDatabase;
import dev.alacena.cache.engine.Authority;
import dev.alacena.cache.engine.Findings;
import dev.alacena.cache.engine.Revocation;
import dev.alacena.cache.engine.Revocation.Kind;
import dev.alacena.cache.engine.Suspect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code alacena_revocations}; {@code alacena-security.sql} makes it. Rows are appended and never changed, so no
 * revocation waits for another transaction. Standard SQL. Thread-safe.
 */
public final class RevocationTable implements Authority {
    private static final String COLUMNS = "kind, issuer, name, issued_until, kept_until";
    private static final String INSERT = "insert into alacena_revocations (" + COLUMNS + ") values (?, ?, ?, ?, ?)";
    private static final String SELECT = "select " + COLUMNS + " from alacena_revocations ";
    private static final String FIND = SELECT + "where issuer = ? and name in (?, ?, ?)";
    private static final String RECENT = SELECT + "where recorded_at >= ?";
    private static final String LATEST = "select max(recorded_at) from alacena_revocations";
    private static final String PRUNE = "delete from alacena_revocations where kept_until < ?";

    /** Rows fetched at once. */
    private static final int PAGE = 1000;

    /** Longer than any clock is wrong. */
    private static final Duration DOUBT = Duration.ofHours(2);

    private final SecurityDatabase database;

    /** The latest row that was told, by the clock of the database. */
    private volatile @Nullable OffsetDateTime latest;

    public RevocationTable(SecurityDatabase database) {
        this.database = database;
    }

    @Override
    public void write(Revocation revocation) throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, revocation.kind().word());
            insert.setString(2, revocation.issuer());
            insert.setString(3, revocation.name());
            insert.setObject(4, revocation.kind() == Kind.SUBJECT ? moment(revocation.mark()) : null);
            insert.setObject(5, moment(revocation.until()));
            insert.executeUpdate();
        }
    }

    @Override
    public Findings find(Suspect suspect) throws SQLException {
        boolean named = false;
        long mark = Findings.NO_MARK;
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(FIND)) {
            select.setString(1, suspect.issuer());
            select.setString(2, suspect.id());
            select.setString(3, suspect.session());
            select.setString(4, suspect.subject());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Revocation row = revocation(rows);
                    named |= row.name().equals(name(row.kind(), suspect)) && row.kind() != Kind.SUBJECT;
                    mark = row.name().equals(name(row.kind(), suspect)) ? Math.max(mark, row.mark()) : mark;
                }
            }
        }
        return new Findings(named, mark);
    }

    private static @Nullable String name(Kind kind, Suspect suspect) {
        return switch (kind) {
            case TOKEN -> suspect.id();
            case SESSION -> suspect.session();
            case SUBJECT -> suspect.subject();
        };
    }

    @Override
    public void all(Consumer<Revocation> each) throws SQLException {
        try (Connection connection = database.connection()) {
            boolean alone = connection.getAutoCommit();
            if (alone) {
                // a driver may fetch page by page in a transaction only
                connection.setAutoCommit(false);
            }
            try (PreparedStatement select = connection.prepareStatement(SELECT)) {
                tell(select, each);
            } finally {
                if (alone) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        }
    }

    @Override
    public void recent(Duration period, Consumer<Revocation> each) throws SQLException {
        OffsetDateTime known = latest;
        OffsetDateTime newest = latest();
        if (newest != null) {
            try (Connection connection = database.connection();
                    PreparedStatement select = connection.prepareStatement(RECENT)) {
                select.setObject(1, (known == null ? newest : known).minus(period));
                tell(select, each);
            }
            latest = newest;
        }
    }

    private @Nullable OffsetDateTime latest() throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement select = connection.prepareStatement(LATEST);
                ResultSet row = select.executeQuery()) {
            return row.next() ? row.getObject(1, OffsetDateTime.class) : null;
        }
    }

    @Override
    public void prune() throws SQLException {
        try (Connection connection = database.connection();
                PreparedStatement delete = connection.prepareStatement(PRUNE)) {
            delete.setObject(1, moment(Instant.now().minus(DOUBT).getEpochSecond()));
            delete.executeUpdate();
        }
    }

    private static void tell(PreparedStatement select, Consumer<Revocation> each) throws SQLException {
        select.setFetchSize(PAGE);
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                each.accept(revocation(rows));
            }
        }
    }

    private static Revocation revocation(ResultSet row) throws SQLException {
        OffsetDateTime issuedUntil = row.getObject(4, OffsetDateTime.class);
        return new Revocation(
                Kind.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getString(2),
                row.getString(3),
                issuedUntil == null ? Findings.NO_MARK : issuedUntil.toEpochSecond(),
                row.getObject(5, OffsetDateTime.class).toEpochSecond());
    }

    private static OffsetDateTime moment(long seconds) {
        return Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC);
    }
}
