/**
 * Lets users in and out: passwords, access and refresh tokens, sessions. Start with {@link
 * dev.alacena.domain.login.Logins}; who calls is a {@link dev.alacena.domain.login.Caller}.
 */
@NullMarked
package dev.alacena.domain.login;

import org.jspecify.annotations.NullMarked;
