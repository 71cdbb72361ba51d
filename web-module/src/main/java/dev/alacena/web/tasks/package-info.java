/** Serves the tasks at {@code /api/v1/tasks} and {@code /api/v1/users/{id}/tasks}. */
@NullMarked
package dev.alacena.web.tasks;

import org.jspecify.annotations.NullMarked;
