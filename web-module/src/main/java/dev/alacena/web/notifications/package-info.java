/** Tells users what concerns them, as it happens, at {@code /api/v1/notifications/stream}. */
@NullMarked
package dev.alacena.web.notifications;

import org.jspecify.annotations.NullMarked;
