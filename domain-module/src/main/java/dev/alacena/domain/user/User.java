package dev.alacena.domain.user;

import java.time.Instant;

/**
 * A user, as everybody may see it; never a password or its hash.
 *
 * @param id from 1 up, never used again
 * @param username unique without regard to case
 * @param email unique, in lower case
 * @param fullName the name of the person
 * @param active whether the user takes part
 * @param createdAt in microseconds, as the database keeps it
 * @param updatedAt in microseconds; equal to {@code createdAt} before the first change
 */
public record User(
        long id,
        String username,
        String email,
        String fullName,
        boolean active,
        Instant createdAt,
        Instant updatedAt) {}
