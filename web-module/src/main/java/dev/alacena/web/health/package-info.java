/** Tells probes whether this node can serve. */
@NullMarked
package dev.alacena.web.health;

import org.jspecify.annotations.NullMarked;
