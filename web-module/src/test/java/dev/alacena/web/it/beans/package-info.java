/** Cached beans of every kind, for the tests that run inside of a server. */
@NullMarked
package dev.alacena.web.it.beans;

import org.jspecify.annotations.NullMarked;
