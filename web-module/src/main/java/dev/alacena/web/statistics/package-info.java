/** Serves the statistics of the tasks at {@code /api/v1/stats}. */
@NullMarked
package dev.alacena.web.statistics;

import org.jspecify.annotations.NullMarked;
