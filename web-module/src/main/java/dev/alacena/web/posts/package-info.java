/** Serves posts, their comments and what users have written. */
@NullMarked
package dev.alacena.web.posts;

import org.jspecify.annotations.NullMarked;
