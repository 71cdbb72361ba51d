package dev.alacena.api.security;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of itself, once its signature has been verified. A token is told from others by these, never by its
 * text: one token has many spellings.
 *
 * @param issuer {@code iss}
 * @param id {@code jti}, unique for the issuer; null where the token has none
 * @param subject {@code sub}: whose token it is
 * @param session {@code sid}: the login that it comes from; null where the issuer names none
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1">RFC 7519, section 4.1</a>
 */
public record TokenClaims(
        String issuer,
        @Nullable String id,
        String subject,
        @Nullable String session,
        Instant issuedAt,
        Instant expiresAt) {}
