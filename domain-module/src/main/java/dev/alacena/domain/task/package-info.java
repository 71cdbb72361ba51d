/** Keeps tasks and their statistics. */
@NullMarked
package dev.alacena.domain.task;

import org.jspecify.annotations.NullMarked;
