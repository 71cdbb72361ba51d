/** Starts the servers and the processes of a run, watches them, ends them, and has the check made. */
@NullMarked
package dev.alacena.history.run;

import org.jspecify.annotations.NullMarked;
