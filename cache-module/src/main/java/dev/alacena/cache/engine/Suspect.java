package dev.alacena.cache.engine;

import org.jspecify.annotations.Nullable;

/** By what a token may be revoked: the claims {@code iss}, {@code jti}, {@code sid} and {@code sub}; null is named by nothing. */
public record Suspect(String issuer, @Nullable String id, @Nullable String session, @Nullable String subject) {}
