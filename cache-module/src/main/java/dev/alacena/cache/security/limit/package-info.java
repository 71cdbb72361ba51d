/** Rate limits of JAX-RS resources, and of code. */
@NullMarked
package dev.alacena.cache.security.limit;

import org.jspecify.annotations.NullMarked;
