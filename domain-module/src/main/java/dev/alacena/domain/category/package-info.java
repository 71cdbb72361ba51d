/** Keeps what habits are sorted by: start with {@link dev.alacena.domain.category.Categories}. */
@NullMarked
package dev.alacena.domain.category;

import org.jspecify.annotations.NullMarked;
