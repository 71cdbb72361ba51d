/** Holds a history against the contract: one small class for each promise. */
@NullMarked
package dev.alacena.history.check;

import org.jspecify.annotations.NullMarked;
