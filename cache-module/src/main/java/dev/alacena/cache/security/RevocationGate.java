package dev.alacena.cache.security;

import dev.alacena.api.security.TokenRevocations;
import java.util.function.Supplier;

/**
 * Whether requests are checked by the library, and by what.
 *
 * @param on whether they are
 * @param revocations there when they are asked for
 */
public record RevocationGate(boolean on, Supplier<TokenRevocations> revocations) {}
