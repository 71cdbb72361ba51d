/**
 * Rate limits: how often a user or an address may do something, counted over all nodes. Start with {@link
 * dev.alacena.api.limit.RateLimited} for resources, with {@link dev.alacena.api.limit.RateLimits} for code such as logins.
 */
@NullMarked
package dev.alacena.api.limit;

import org.jspecify.annotations.NullMarked;
