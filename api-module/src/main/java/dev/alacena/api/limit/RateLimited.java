package dev.alacena.api.limit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits how often a JAX-RS resource method, or all methods of a resource class, may be called. Repeatable.
 *
 * <ol>
 *   <li><b>Bucket.</b> Each user or address has a bucket of {@link #permits} for each limit. A request takes one; the bucket
 *       fills evenly, {@link #permits} in {@link #per}. So {@link #permits} requests may come at once after a pause, and
 *       hardly more than that in each {@link #per} afterwards.
 *   <li><b>Name.</b> What has the same {@link #limit} shares the buckets, whatever the method, the path or its spelling.
 *       Limits of the class and of the method hold both. HEAD counts as the GET that answers it.
 *   <li><b>Refusal.</b> 429 as Problem Details with {@code Retry-After}; the method is not called. A refused request takes
 *       nothing from the bucket that refused it.
 *   <li><b>Fields.</b> Every answer of a limited method carries {@code RateLimit} and {@code RateLimit-Policy}
 *       (draft-ietf-httpapi-ratelimit-headers-11).
 *   <li><b>Nodes.</b> Counted in Redis, exactly, over all nodes. Without Redis, or while it does not answer, each node counts
 *       for itself; no request fails because of Redis.
 *   <li><b>Order.</b> After authentication, before authorization: what is refused there has been counted.
 * </ol>
 *
 * <p>{@code alacena.rate-limits.<limit>.permits} and {@code alacena.rate-limits.<limit>.per} override the numbers without a
 * rebuild.
 */
@Inherited
@Documented
@Repeatable(RateLimited.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface RateLimited {

    /** Name of the limit, seen by clients: 1 to 100 letters, digits, {@code . _ -}. */
    String limit();

    /** Requests that may come in each {@link #per}; at least one. */
    int permits();

    /** ISO-8601, from one millisecond to ten years. */
    String per() default "PT1M";

    /** Whose requests are counted; with both, a request takes from two buckets and both must grant it. */
    By[] by() default By.USER;

    /** Who has a bucket of their own. */
    enum By {
        /** The principal of the request; the address, where nobody is logged in. */
        USER,
        /** The address that {@link ClientAddress} finds; IPv6 by its first 64 bits. */
        ADDRESS
    }

    /** Several {@link RateLimited} on one element; the compiler writes it. */
    @Inherited
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface List {
        /** The repeated annotations, at least two. */
        RateLimited[] value();
    }
}
