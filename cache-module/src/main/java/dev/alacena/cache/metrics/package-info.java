/** Publishes the statistics where the server has an API for it; its absence is no fault. */
@NullMarked
package dev.alacena.cache.metrics;

import org.jspecify.annotations.NullMarked;
