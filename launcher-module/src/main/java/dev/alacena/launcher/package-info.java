/**
 * Starts Redis, PostgreSQL, a server and the application from Maven artifacts, and stops them again.
 *
 * <p>{@code Launcher} is the command line, {@code Deployment} the thing that runs: its {@code Part}s are processes.
 */
@NullMarked
package dev.alacena.launcher;

import org.jspecify.annotations.NullMarked;
