/**
 * What happens when a call arrives: the read path, the write path, leases, fences and gathering, without a container.
 *
 * <p>Knows the JDK alone. Level 1 ({@link dev.alacena.cache.engine.Near}), level 2 ({@link
 * dev.alacena.cache.engine.Store}) and the codec stand behind small interfaces.
 */
@NullMarked
package dev.alacena.cache.engine;

import org.jspecify.annotations.NullMarked;
