/** A bean that no server may deploy. */
@NullMarked
package dev.alacena.web.secret;

import org.jspecify.annotations.NullMarked;
