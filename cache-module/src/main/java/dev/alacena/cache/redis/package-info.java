/** Level 2: Redis or Valkey through Redisson, with the scripts that make each step of the protocol atomic. */
@NullMarked
package dev.alacena.cache.redis;

import org.jspecify.annotations.NullMarked;
