package dev.alacena.domain.task;

import java.util.List;

/**
 * A part of the list of a user's tasks, the newest first.
 *
 * @param tasks the tasks of this part
 * @param total how many there are
 */
public record TaskPage(List<Task> tasks, long total) {

    public TaskPage {
        tasks = List.copyOf(tasks);
    }
}
