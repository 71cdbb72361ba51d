/** Sessions of users as they are kept, and the port to whoever keeps them. */
@NullMarked
package dev.alacena.cache.engine.session;

import org.jspecify.annotations.NullMarked;
