/**
 * Tries the WAR in real servers, with a real Redis and a real PostgreSQL.
 *
 * <p>{@link dev.alacena.web.it.Backends} starts what the servers need; Arquillian starts the servers.
 */
@NullMarked
package dev.alacena.web.it;

import org.jspecify.annotations.NullMarked;
