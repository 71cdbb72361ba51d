/** Serves the caller's habits at {@code /api/v1/habits}, and their records. */
@NullMarked
package dev.alacena.web.habits;

import org.jspecify.annotations.NullMarked;
