/** Serves the categories at {@code /api/v1/categories}. */
@NullMarked
package dev.alacena.web.categories;

import org.jspecify.annotations.NullMarked;
