/** Keeps the habits of users and what they did of them: start with {@link dev.alacena.domain.habit.Habits}. */
@NullMarked
package dev.alacena.domain.habit;

import org.jspecify.annotations.NullMarked;
