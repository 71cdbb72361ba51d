/** The one place where the parts meet: what is found at deployment, and what is made of it when the application starts. */
@NullMarked
package dev.alacena.cache.wiring;

import org.jspecify.annotations.NullMarked;
