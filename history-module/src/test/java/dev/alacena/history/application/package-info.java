/** The application process of a run: beans with cached methods, real transactions, and threads that call them at random. */
@NullMarked
package dev.alacena.history.application;

import org.jspecify.annotations.NullMarked;
