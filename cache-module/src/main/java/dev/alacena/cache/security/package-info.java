/** Revoked tokens: the table of the database, the checks of requests, and what applications call. */
@NullMarked
package dev.alacena.cache.security;

import org.jspecify.annotations.NullMarked;
