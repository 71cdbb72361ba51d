/** Gives all resources the same JSON, the same errors and the same limits on every server. */
@NullMarked
package dev.alacena.web.http;

import org.jspecify.annotations.NullMarked;
