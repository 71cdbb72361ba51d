/** Settings: what MicroProfile Config says, checked once, as policies of caches and as addresses of servers. */
@NullMarked
package dev.alacena.cache.config;

import org.jspecify.annotations.NullMarked;
