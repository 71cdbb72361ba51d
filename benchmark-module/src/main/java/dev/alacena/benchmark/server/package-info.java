/** The servers that a run starts, and what is seen of them from outside: commands, round trips, processor time, memory. */
@NullMarked
package dev.alacena.benchmark.server;

import org.jspecify.annotations.NullMarked;
