/** Serves how the caller keeps habits at {@code /api/v1/analytics}. */
@NullMarked
package dev.alacena.web.analytics;

import org.jspecify.annotations.NullMarked;
