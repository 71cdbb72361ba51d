package dev.alacena.domain.user;

import java.util.List;

/**
 * A part of the list of all users, ordered by id.
 *
 * @param users the users of this part
 * @param total how many users there are
 */
public record UserPage(List<User> users, long total) {

    public UserPage {
        users = List.copyOf(users);
    }
}
