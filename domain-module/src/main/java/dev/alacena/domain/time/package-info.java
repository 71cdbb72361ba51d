/** Tells what time it is. */
@NullMarked
package dev.alacena.domain.time;

import org.jspecify.annotations.NullMarked;
