/** Holds the application to the rules of its house. */
@NullMarked
package dev.alacena.web;

import org.jspecify.annotations.NullMarked;
