/**
 * Events that one node publishes and followers on every node get, in order, with numbers to resume from. Start with
 * {@link dev.alacena.api.event.Events}.
 */
@NullMarked
package dev.alacena.api.event;

import org.jspecify.annotations.NullMarked;
