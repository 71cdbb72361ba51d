/**
 * Values as bytes: an envelope that is checked before anything is read, and JSON typed by the declared type of the value.
 *
 * <p>Bytes name no classes, so they can make none. Whatever cannot be read is refused, never half read.
 */
@NullMarked
package dev.alacena.cache.codec;

import org.jspecify.annotations.NullMarked;
