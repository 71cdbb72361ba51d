/** Level 1: entries in memory, in Caffeine; and the store of an application without Redis. */
@NullMarked
package dev.alacena.cache.local;

import org.jspecify.annotations.NullMarked;
