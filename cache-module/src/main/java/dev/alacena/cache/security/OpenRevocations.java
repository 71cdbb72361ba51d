package dev.alacena.cache.security;

import dev.alacena.api.security.RevocationsUnavailableException;
import dev.alacena.api.security.SecurityDatabaseException;
import dev.alacena.api.security.TokenClaims;
import dev.alacena.api.security.TokenRevocations;
import dev.alacena.cache.cdi.Transactions;
import dev.alacena.cache.engine.Authority;
import dev.alacena.cache.engine.Findings;
import dev.alacena.cache.engine.Revocation;
import dev.alacena.cache.engine.Revocation.Kind;
import dev.alacena.cache.engine.RevocationChecks;
import dev.alacena.cache.engine.Revocations;
import dev.alacena.cache.engine.Suspect;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Revocations as applications see them. Thread-safe. */
public final class OpenRevocations implements TokenRevocations {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** By how much the clocks of those who verify may lag. */
    private static final long SKEW_SECONDS = 60;

    private final Parts parts;
    private final long longestToken;
    private final Clock clock;

    /**
     * What it stands on.
     *
     * @param authority null where there is no database
     */
    public record Parts(
            Revocations revocations,
            RevocationChecks checks,
            @Nullable Authority authority,
            Transactions transactions) {}

    public OpenRevocations(Parts parts, Duration longestToken, Clock clock) {
        this.parts = parts;
        this.longestToken = longestToken.toSeconds();
        this.clock = clock;
    }

    @Override
    public void revoke(String issuer, String id, Instant expiresAt) {
        revoke(new Revocation(Kind.TOKEN, issuer, id, Findings.NO_MARK, until(expiresAt)));
    }

    @Override
    public void revokeSession(String issuer, String session, Instant expiresAt) {
        revoke(new Revocation(Kind.SESSION, issuer, session, Findings.NO_MARK, until(expiresAt)));
    }

    @Override
    public void revokeAll(String issuer, String subject) {
        check(Kind.SUBJECT, issuer, subject);
        long mark = Math.max(clock.instant().getEpochSecond(), afterLatestMark(issuer, subject));
        revoke(new Revocation(Kind.SUBJECT, issuer, subject, mark, mark + longestToken + SKEW_SECONDS));
    }

    /** Tokens that were issued since the last time may be dated a second after it. */
    private long afterLatestMark(String issuer, String subject) {
        try {
            return parts.checks().latestMark(issuer, subject) + 1;
        } catch (SQLException e) {
            throw new SecurityDatabaseException(e);
        }
    }

    private static void check(Kind kind, String issuer, String name) {
        Texts.check("issuer", issuer);
        Texts.check(kind.word(), name);
    }

    private void revoke(Revocation revocation) {
        check(revocation.kind(), revocation.issuer(), revocation.name());
        Authority authority = parts.authority();
        if (authority != null) {
            try {
                authority.write(revocation);
            } catch (SQLException e) {
                throw new SecurityDatabaseException(e);
            }
        }
        parts.transactions().afterCommit(() -> parts.revocations().spread(revocation));
    }

    private static long until(Instant expiresAt) {
        return Texts.check(expiresAt).plusSeconds(SKEW_SECONDS + 1).getEpochSecond();
    }

    @Override
    public Instant earliestIssue(String issuer, String subject) {
        Texts.check("issuer", issuer);
        Texts.check("subject", subject);
        try {
            // an authority has the last word: memory may not have heard of what has just been committed
            long mark = parts.authority() == null
                    ? parts.checks().mark(issuer, subject)
                    : parts.checks().latestMark(issuer, subject);
            return mark == Findings.NO_MARK ? Instant.EPOCH : Instant.ofEpochSecond(mark + 1);
        } catch (SQLException e) {
            throw new SecurityDatabaseException(e);
        } catch (RevocationChecks.UnsureException e) {
            throw new RevocationsUnavailableException(RETRY_AFTER, e);
        }
    }

    @Override
    public boolean isRevoked(TokenClaims token) {
        if (!Texts.revocable(token)) {
            return true;
        }
        Suspect suspect = new Suspect(token.issuer(), token.id(), token.session(), token.subject());
        try {
            return parts.checks().revoked(suspect, token.issuedAt().getEpochSecond());
        } catch (RevocationChecks.UnsureException e) {
            throw new RevocationsUnavailableException(RETRY_AFTER, e);
        }
    }
}
