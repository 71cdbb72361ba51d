/** What goes wrong in a run, and when: at random, and the same again from the same seed. */
@NullMarked
package dev.alacena.history.nemesis;

import org.jspecify.annotations.NullMarked;
