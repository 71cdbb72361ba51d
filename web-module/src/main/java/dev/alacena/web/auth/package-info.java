/**
 * Lets requests in: who calls ({@link dev.alacena.web.auth.BearerFilter}), what they may do ({@link
 * dev.alacena.web.auth.RolesFilter}), and logins at {@code /api/v1/auth}.
 */
@NullMarked
package dev.alacena.web.auth;

import org.jspecify.annotations.NullMarked;
