/** Limits on one node: token buckets and growing delays in memory. */
@NullMarked
package dev.alacena.cache.throttle;

import org.jspecify.annotations.NullMarked;
