/** Writes down who did what, for those who must know. */
@NullMarked
package dev.alacena.web.audit;

import org.jspecify.annotations.NullMarked;
