/** Keeps posts and their comments. */
@NullMarked
package dev.alacena.domain.post;

import org.jspecify.annotations.NullMarked;
