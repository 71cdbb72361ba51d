package dev.alacena.api;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Write-through: always runs the method, and its result replaces the cached value.
 *
 * <ol>
 *   <li><b>When.</b> In a transaction after its commit, when the fence comes down; without one after the method.
 *   <li><b>Concurrency.</b> Only a writer that was alone on the key stores its value; of two at the same time neither
 *       does, and the next read loads. Loads in flight are void, as with {@link InvalidateCache}.
 *   <li><b>Rollback or exception.</b> Nothing is stored. As with {@link InvalidateCache} the old value is gone where
 *       its key was known, so that the next read loads.
 *   <li><b>Without a transaction</b> a value is stored only under a key known from the arguments, whose fence stood while
 *       the method ran; under a key that reads {@code result} the entry goes.
 *   <li><b>Null.</b> A {@code null} result or an empty {@code Optional} removes the entry.
 *   <li><b>Trouble.</b> A write never fails because of the cache.
 * </ol>
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface UpdateCache {

    /** Name of the cache; as {@link Cached#cache}. Needed. */
    @Nonbinding
    String cache();

    /** Template of the key; as {@link Cached#key}, and it may also read {@code result}: {@code "{result.id}"}. */
    @Nonbinding
    String key() default "";

    /** Makes the key where a template cannot. Not together with {@link #key}. */
    @Nonbinding
    Class<? extends KeyGenerator> keyGenerator() default KeyGenerator.class;

    /** Time to live of the entry; as {@link Cached#ttl}. */
    @Nonbinding
    String ttl() default "";

    /**
     * Templates of the tags of the entry; as {@link Cached#tags}, and as many. Their versions are taken before the
     * method runs, so they cannot read {@code result}.
     */
    @Nonbinding
    String[] tags() default {};
}
