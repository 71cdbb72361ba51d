package dev.alacena.api.security;

import java.time.Instant;

/**
 * Revokes tokens before they expire, on every node. Inject it; it is thread-safe and application scoped.
 *
 * <p>The law:
 *
 * <ol>
 *   <li>The database is the authority: a revocation is written there first, in the caller's transaction if there is one.
 *       Redis has a copy for all nodes, and every node has one in its memory. Without a database Redis is the authority,
 *       without Redis the memory of this node.
 *   <li>When a revoking method has returned outside of a transaction, or its transaction has committed, this node refuses
 *       the tokens at once, and every other node within {@code alacena.max-staleness}; some milliseconds in health.
 *   <li>A check costs no round trip while the node hears the others. When it has not heard them for {@code
 *       alacena.max-staleness} it asks Redis, and when that does not answer, the database.
 *   <li>What was flushed from Redis is put back from the database before the next token is accepted.
 *   <li>When nobody can tell, a check fails with {@link RevocationsUnavailableException}: closed when unsure. {@code
 *       alacena.revocations.trust-memory} can say for how long the memory is trusted instead.
 * </ol>
 *
 * <p>Issuers, ids, sessions and subjects are texts of 1 to 256 characters, compared as they are; others are an {@link
 * IllegalArgumentException}, as is a moment that is no instant of the years 1970 to 9999. Texts must be Unicode without the
 * character 0. A revoking method fails with {@link SecurityDatabaseException} when the database does; then nothing is revoked.
 *
 * <p>Clocks of the servers that issue tokens and of those that revoke them must agree to the second.
 */
public interface TokenRevocations {

    /**
     * Revokes one token.
     *
     * @param issuer its {@code iss}
     * @param id its {@code jti}
     * @param expiresAt its {@code exp}; for how long the revocation is remembered, and one minute longer
     */
    void revoke(String issuer, String id, Instant expiresAt);

    /**
     * Revokes all tokens of a session, those that are still to be issued too.
     *
     * @param issuer their {@code iss}
     * @param session their {@code sid}
     * @param expiresAt when the last of its tokens expires
     */
    void revokeSession(String issuer, String session, Instant expiresAt);

    /**
     * Revokes all tokens of a subject that were issued up to now, to the second: those whose {@code iat} is not later. A second
     * call within one second revokes those of the next second too, as {@link #earliestIssue} has dated them. It is
     * remembered for {@code alacena.revocations.longest-token} (default one day).
     *
     * @param issuer their {@code iss}
     * @param subject their {@code sub}
     */
    void revokeAll(String issuer, String subject);

    /**
     * The earliest {@code iat} with which a token of this subject is not revoked by {@link #revokeAll}; {@link Instant#EPOCH}
     * where nothing is revoked. An issuer dates a new token no earlier, or a login in the second of a global logout would
     * be refused.
     */
    Instant earliestIssue(String issuer, String subject);

    /**
     * Whether a token is revoked: its id, its session or everything of its subject. A token without an id is, and one whose
     * claims nobody could revoke because they are none of the texts above.
     *
     * @throws RevocationsUnavailableException if nobody can tell now
     */
    boolean isRevoked(TokenClaims token);
}
