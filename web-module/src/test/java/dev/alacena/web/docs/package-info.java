/** Holds the documentation to the code. */
@NullMarked
package dev.alacena.web.docs;

import org.jspecify.annotations.NullMarked;
