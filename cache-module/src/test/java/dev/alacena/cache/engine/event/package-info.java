@NullMarked
package dev.alacena.cache.engine.event;

import org.jspecify.annotations.NullMarked;
