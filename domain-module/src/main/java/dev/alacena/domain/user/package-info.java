/** Keeps the users of the application: start with {@link dev.alacena.domain.user.Users}. */
@NullMarked
package dev.alacena.domain.user;

import org.jspecify.annotations.NullMarked;
