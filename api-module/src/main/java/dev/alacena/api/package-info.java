/**
 * What applications see: the annotations, the key SPI, the programmatic door and the statistics.
 *
 * <p>A team compiles against this package alone; the implementation ({@code alacena-cache}) is merely carried by the
 * WAR. Start with {@link dev.alacena.api.Cached}.
 */
@NullMarked
package dev.alacena.api;

import org.jspecify.annotations.NullMarked;
