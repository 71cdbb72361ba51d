/** What callers expect of a thing that they change. */
@NullMarked
package dev.alacena.domain.precondition;

import org.jspecify.annotations.NullMarked;
