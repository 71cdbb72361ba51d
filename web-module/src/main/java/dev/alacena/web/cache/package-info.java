/** Serves the administration of the cache at {@code /api/v1/cache}. */
@NullMarked
package dev.alacena.web.cache;

import org.jspecify.annotations.NullMarked;
