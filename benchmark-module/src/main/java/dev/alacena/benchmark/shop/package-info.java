/** What is measured: a bean whose methods are cached, in a container, over the library with its default settings. */
@NullMarked
package dev.alacena.benchmark.shop;

import org.jspecify.annotations.NullMarked;
