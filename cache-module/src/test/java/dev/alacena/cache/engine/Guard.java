package dev.alacena.cache.engine;

import dev.alacena.cache.engine.Revocation.Kind;
import dev.alacena.cache.engine.RevocationChecks.UnsureException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A node that revokes and checks tokens, and whose background work a test does. */
public final class Guard {
    static final Duration STALENESS = Duration.ofSeconds(1);
    static final String ISSUER = "https://issuer.example";
    static final long ISSUED = 1_000;
    private static final long UNTIL = 4_000_000_000L;

    final Revocations revocations;
    final RevocationChecks checks;
    final Refilling refilling;
    private final @Nullable Authority authority;

    public Guard(Cupboard cupboard, Clock clock, @Nullable Authority authority, Duration trustMemory) {
        this.revocations = cupboard.revocations();
        this.authority = authority;
        this.refilling = new Refilling(revocations, authority, new Refilling.Times(STALENESS, clock, () -> ISSUED));
        this.checks = new RevocationChecks(
                revocations,
                authority,
                new RevocationChecks.Rules(STALENESS, trustMemory, Duration.ofSeconds(2), Runnable::run));
    }

    public static Revocation token(String id) {
        return new Revocation(Kind.TOKEN, ISSUER, id, Findings.NO_MARK, UNTIL);
    }

    static Suspect suspect(String id) {
        return new Suspect(ISSUER, id, "session-of-" + id, "subject-of-" + id);
    }

    /** As the revoking call does. */
    public void revoke(Revocation revocation) {
        try {
            if (authority != null) {
                authority.write(revocation);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        revocations.spread(revocation);
    }

    /** Does the background work once. */
    public void refill() {
        refilling.turn();
    }

    /** Works in the background. */
    public void start() {
        refilling.start();
    }

    public void stop() {
        refilling.stop();
    }

    /** Whether the token with this id is accepted: it is not revoked, and somebody could tell. */
    public boolean accepts(String id) {
        try {
            return !checks.revoked(suspect(id), ISSUED);
        } catch (UnsureException e) {
            return false;
        }
    }

    /** Whether nobody can tell. */
    public boolean unsure(String id) {
        try {
            checks.revoked(suspect(id), ISSUED);
            return false;
        } catch (UnsureException e) {
            return true;
        }
    }

    public long count(Revocations.Source source) {
        return revocations.answers(source);
    }
}
