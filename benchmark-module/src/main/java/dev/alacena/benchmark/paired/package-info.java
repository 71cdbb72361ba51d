/** The paired runner: subjects take short turns in random order, and are compared round by round. */
@NullMarked
package dev.alacena.benchmark.paired;

import org.jspecify.annotations.NullMarked;
