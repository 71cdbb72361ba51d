/** What the processes of a run saw and did, as they wrote it down. */
@NullMarked
package dev.alacena.history.event;

import org.jspecify.annotations.NullMarked;
