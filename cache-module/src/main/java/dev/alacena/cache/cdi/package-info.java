/** A call arrives: thin interceptors, the programmatic door, and the transaction that the call is part of. */
@NullMarked
package dev.alacena.cache.cdi;

import org.jspecify.annotations.NullMarked;
