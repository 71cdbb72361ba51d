/**
 * Makes access tokens and checks them: signed JWTs (RFC 9068), by the rules of RFC 8725. Start with {@link
 * dev.alacena.domain.token.Tokens}.
 */
@NullMarked
package dev.alacena.domain.token;

import org.jspecify.annotations.NullMarked;
