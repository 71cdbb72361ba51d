/** What the user of a run reads: progress while it goes on, one table at its end. */
@NullMarked
package dev.alacena.benchmark.report;

import org.jspecify.annotations.NullMarked;
