/** The figures: each class measures one, and holds it against its bound. */
@NullMarked
package dev.alacena.benchmark.figure;

import org.jspecify.annotations.NullMarked;
