/** Says what texts of people are made of. */
@NullMarked
package dev.alacena.domain.text;

import org.jspecify.annotations.NullMarked;
