/** Serves the users at {@code /api/v1/users}. */
@NullMarked
package dev.alacena.web.users;

import org.jspecify.annotations.NullMarked;
