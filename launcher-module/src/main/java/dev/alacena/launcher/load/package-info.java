/**
 * Puts a load on the running application and says what its caches are worth: start with {@link
 * dev.alacena.launcher.load.Load}.
 */
@NullMarked
package dev.alacena.launcher.load;

import org.jspecify.annotations.NullMarked;
