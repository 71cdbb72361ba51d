/**
 * Gives the aggregates their database: settings, pool, transactions and schema.
 *
 * <p>The pool is the application's own, so that it behaves alike on every server: connections are tested when they are
 * taken, nobody waits longer than seconds, and a database that comes back is used again without a restart. Settings
 * are MicroProfile Config: see {@link dev.alacena.domain.database.DatabaseSettings}.
 */
@NullMarked
package dev.alacena.domain.database;

import org.jspecify.annotations.NullMarked;
