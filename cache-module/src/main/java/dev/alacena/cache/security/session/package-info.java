/** Sessions of users: ids, typed data and times on the one side, the database and its copies on the other. */
@NullMarked
package dev.alacena.cache.security.session;

import org.jspecify.annotations.NullMarked;
