package dev.alacena.api;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes entries out of the cache when the method has succeeded. Repeatable.
 *
 * <ol>
 *   <li><b>What.</b> One entry ({@link #key} or {@link #keyGenerator}), the keys with a {@link #prefix}, the keys that
 *       match a {@link #pattern}, a whole cache ({@link #all}), or the entries of all caches that carry one of the
 *       {@link #tags}.
 *   <li><b>Loads in flight.</b> An invalidation voids them: what was read before it is never stored after it.
 *   <li><b>In a transaction</b> a fence goes up on the keys and the tags right before the commit: their values go, and nobody can
 *       store one until the transaction has ended. It comes down after completion, commit or rollback. No read that
 *       begins after the commit returned finds the old value. Until then this transaction bypasses the cache for them.
 *   <li><b>Without a transaction</b> the fence stands around the method call.
 *   <li><b>Exception.</b> Inside a transaction the outcome of the transaction decides, not the exception. Without a
 *       transaction an invalidation whose template reads {@code result} is left out, and all others happen: a method
 *       that failed half-way may have written.
 *   <li><b>{@code CompletionStage}.</b> The invalidation follows the completion of the stage.
 *   <li><b>Trouble.</b> A write never fails because of the cache. An invalidation that cannot be sent is logged and
 *       counted; entries then live to the end of their time to live at most.
 *   <li><b>Order.</b> Runs inside of {@code @Transactional} (priority above 200).
 * </ol>
 *
 * <p>{@link #prefix}, {@link #pattern} and {@link #all} are scans in bounded steps; never {@code KEYS}. They run after
 * the transaction has committed, and the method returns when they have ended. They are recorded before the commit: if the
 * node dies in between, another one makes them when {@code alacena.fence} is over.
 */
@InterceptorBinding
@Inherited
@Documented
@Repeatable(InvalidateCache.List.class)
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface InvalidateCache {

    /** Name of the cache; as {@link Cached#cache}. Needed by everything but {@link #tags}. */
    @Nonbinding
    String cache() default "";

    /** Template of the key; as {@link Cached#key}, and it may also read {@code result}: {@code "{result.id}"}. */
    @Nonbinding
    String key() default "";

    /** Makes the key where a template cannot. Not together with {@link #key}. */
    @Nonbinding
    Class<? extends KeyGenerator> keyGenerator() default KeyGenerator.class;

    /** Template: every key of the cache that begins with this text. */
    @Nonbinding
    String prefix() default "";

    /**
     * Template: every key of the cache that matches this glob, in which {@code *} stands for any text and {@code ?} for
     * one character. Only the literal text of the template is a glob; values in it stand for themselves.
     */
    @Nonbinding
    String pattern() default "";

    /** Templates of tags; may also read {@code result}. */
    @Nonbinding
    String[] tags() default {};

    /** Every entry of the cache. */
    @Nonbinding
    boolean all() default false;

    /** Several {@link InvalidateCache} on one method; the compiler writes it. */
    @InterceptorBinding
    @Inherited
    @Documented
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.METHOD, ElementType.TYPE})
    @interface List {
        /** The repeated annotations, at least two. */
        @Nonbinding
        InvalidateCache[] value();
    }
}
