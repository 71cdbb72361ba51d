/** Parts of lists. */
@NullMarked
package dev.alacena.domain.page;

import org.jspecify.annotations.NullMarked;
