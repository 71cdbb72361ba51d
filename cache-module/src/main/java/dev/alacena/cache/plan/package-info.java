/**
 * What was decided about a method when the application was deployed: the recipe of its key, what it invalidates, the shape
 * of its result; and every mistake that was found on the way.
 */
@NullMarked
package dev.alacena.cache.plan;

import org.jspecify.annotations.NullMarked;
