/** Network addresses, and who is behind proxies; never looks a name up. */
@NullMarked
package dev.alacena.cache.address;

import org.jspecify.annotations.NullMarked;
