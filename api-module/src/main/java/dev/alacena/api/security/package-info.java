/**
 * Tokens that are revoked before they expire, and sessions of users: kept by the database, shared through Redis, asked
 * for in memory. Start with {@link dev.alacena.api.security.TokenRevocations} and {@link
 * dev.alacena.api.security.UserSessions}.
 */
@NullMarked
package dev.alacena.api.security;

import org.jspecify.annotations.NullMarked;
