package dev.alacena.cache.engine;

import dev.alacena.cache.engine.Revocations.Source;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Answers whether a token is revoked: from memory while this node hears and lacks nothing, else from the copy, if that is
 * complete, else from the authority. What is known against a token is enough to refuse it; that nothing is known is an
 * answer only of one who lacks nothing. Until this node has read the authority once, the authority is asked before a copy
 * that says it is complete. Thread-safe.
 */
public final class RevocationChecks {
    /** The {@code iat} of no token: no mark is decisive. */
    private static final long ANY = Long.MAX_VALUE;

    private final Revocations revocations;
    private final KnownRevocations known;
    private final @Nullable Authority authority;
    private final Rules rules;

    /**
     * How checks behave.
     *
     * @param maxStaleness for how long memory answers without hearing
     * @param trustMemory for how long it may when nobody else can
     * @param authority how long the authority may take
     * @param executor asks the authority: not in the transaction of the caller, whose snapshot may be old
     */
    public record Rules(Duration maxStaleness, Duration trustMemory, Duration authority, Executor executor) {}

    /** Nobody can tell. */
    public static final class UnsureException extends Exception {
        private static final long serialVersionUID = 1;

        private UnsureException(@Nullable Throwable cause) {
            super("neither memory nor the store nor the authority can tell", cause);
        }
    }

    public RevocationChecks(Revocations revocations, @Nullable Authority authority, Rules rules) {
        this.revocations = revocations;
        this.known = revocations.known();
        this.authority = authority;
        this.rules = rules;
    }

    /** Whether a token of this {@code iat} is revoked. */
    public boolean revoked(Suspect suspect, long issuedAt) throws UnsureException {
        return find(suspect, issuedAt).against(issuedAt);
    }

    /** The latest {@code iat} of the revoked tokens of a subject, or {@link Findings#NO_MARK}. */
    public long mark(String issuer, String subject) throws UnsureException {
        return find(new Suspect(issuer, null, null, subject), ANY).mark();
    }

    /**
     * The latest mark of a subject, or {@link Findings#NO_MARK}, by whoever has the last word; memory may not have heard of it
     * yet. The authority is asked in the transaction of the caller.
     */
    public long latestMark(String issuer, String subject) throws SQLException {
        Suspect suspect = new Suspect(issuer, null, null, subject);
        Findings remembered = known.find(suspect);
        if (authority != null) {
            return remembered.and(authority.find(suspect)).mark();
        }
        return revocations
                .ask(() -> revocations.copy().find(suspect))
                .map(copied -> remembered.and(copied.findings()))
                .orElse(remembered)
                .mark();
    }

    private Findings find(Suspect suspect, long issuedAt) throws UnsureException {
        boolean sure = known.sure(rules.maxStaleness());
        // before memory is looked at, which has what the copy may lack once the two were compared
        boolean compared = authority == null || revocations.compared();
        Findings findings = known.find(suspect);
        return sure || findings.against(issuedAt)
                ? from(Source.MEMORY, findings)
                : findElsewhere(suspect, issuedAt, findings, compared);
    }

    private Findings findElsewhere(Suspect suspect, long issuedAt, Findings remembered, boolean compared)
            throws UnsureException {
        Optional<RevocationCopy.Answer> copied =
                revocations.ask(() -> revocations.copy().find(suspect));
        boolean complete = copied.map(RevocationCopy.Answer::complete).orElse(false);
        Findings findings =
                copied.map(answer -> remembered.and(answer.findings())).orElse(remembered);
        if (findings.against(issuedAt) || (complete && compared)) {
            return from(Source.REDIS, findings);
        }
        try {
            return from(Source.DATABASE, findings.and(askAuthority(suspect)));
        } catch (UnsureException e) {
            if (complete) {
                return from(Source.REDIS, findings);
            }
            if (known.sureWithin(rules.trustMemory())) {
                return from(Source.TRUSTED_MEMORY, findings);
            }
            from(Source.UNSURE, findings);
            throw e;
        }
    }

    private Findings askAuthority(Suspect suspect) throws UnsureException {
        Authority asked = authority;
        if (asked == null) {
            throw new UnsureException(null);
        }
        try {
            return CompletableFuture.supplyAsync(() -> ask(asked, suspect), rules.executor())
                    .get(rules.authority().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnsureException(e);
        } catch (ExecutionException e) {
            throw new UnsureException(e.getCause());
        } catch (TimeoutException | RejectedExecutionException e) {
            throw new UnsureException(e);
        }
    }

    private static Findings ask(Authority authority, Suspect suspect) {
        try {
            return authority.find(suspect);
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private Findings from(Source source, Findings findings) {
        revocations.answered(source);
        return findings;
    }
}
