/** Events of the application on this node, and the port to where all nodes share them. */
@NullMarked
package dev.alacena.cache.engine.event;

import org.jspecify.annotations.NullMarked;
