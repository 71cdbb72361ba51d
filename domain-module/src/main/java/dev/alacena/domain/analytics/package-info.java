/** Tells users how they keep their habits: start with {@link dev.alacena.domain.analytics.Analytics}. */
@NullMarked
package dev.alacena.domain.analytics;

import org.jspecify.annotations.NullMarked;
