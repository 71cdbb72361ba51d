package dev.alacena.web.users;

import org.jspecify.annotations.Nullable;

/** What was cached of a user and is no more; the count is left out when nobody knows it yet. */
record UserInvalidation(long userId, @Nullable Long deletedKeys) {}
