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
 * Answers a call from the cache; runs the method only when the cache has no answer, and stores what it returned.
 *
 * <p>Works on business methods of CDI beans, session beans and JAX-RS resources, when they are called through the
 * container (a call on {@code this} is a plain Java call). The law of one call:
 *
 * <ol>
 *   <li><b>Key.</b> {@link #key} if given, else {@link #keyGenerator} if given, else the bean class, the method
 *       and all parameters, or those marked {@link CacheKey}.
 *   <li><b>Hit.</b> The method is not called, and nothing inside it happens: no transaction of a {@code @Transactional}
 *       bean is begun, no statement is sent. A hit in Redis costs one command.
 *   <li><b>Miss.</b> The method runs in the caller's thread, with the caller's transaction and identity. Its result is
 *       stored only if the key was not invalidated meanwhile; the caller gets it in any case.
 *   <li><b>Concurrency.</b> Callers of one cold key gather behind one load, in this JVM and, by a lease in Redis, over
 *       all nodes. A waiter waits at most the lease time of the cache, then loads for itself. If the load fails, each
 *       waiter of this JVM loads for itself. So does a caller whose transaction may have begun before the key was last
 *       invalidated: what it loads is not stored. Nested cached calls do not wait for each other in a circle.
 *   <li><b>Null.</b> {@code null} and an empty {@code Optional} are answers and are stored, for the cache's
 *       {@code null-ttl} (default one minute, never longer than its time to live).
 *   <li><b>Exception.</b> Never stored; it reaches the caller untouched.
 *   <li><b>Transaction.</b> Inside a transaction that has itself invalidated the key or one of its tags, the cache is
 *       bypassed both ways: the writer reads its own writes, and stores nothing that is not committed.
 *   <li><b>{@code CompletionStage}.</b> The method is called in the caller's thread and the value stored when its
 *       stage completes. The caller's thread waits for the cache (one time-out of Redis at most, and the load of
 *       another node), never for a load of this one; on session beans it may wait for that too.
 *   <li><b>Trouble.</b> Redis down or slow, bytes that cannot be read, values that cannot be written: the method runs
 *       as if there were no cache. A fault of the cache never reaches the caller.
 *   <li><b>Order.</b> This interceptor runs outside of {@code @Transactional} (priority below 200). On session beans
 *       the container's transaction is always outside.
 * </ol>
 *
 * <p>Refused at deployment, all mistakes at once: a {@code void}, private, static or final method, a result that cannot
 * be restored from bytes (streams, {@code Response}, entities, {@code Object}), unknown names in a template, two
 * declarations of one cache that disagree.
 *
 * <p>Every duration and size can be changed without a rebuild through MicroProfile Config
 * ({@code alacena.caches.<cache>.ttl=PT10M}), which wins over the annotation.
 *
 * @see <a href="https://www.usenix.org/conference/nsdi13/technical-sessions/presentation/nishtala">Nishtala et al.,
 *     Scaling Memcache at Facebook, NSDI 2013 (leases)</a>
 */
@InterceptorBinding
@Inherited
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Cached {

    /**
     * Name of the cache: letters, digits, {@code .}, {@code _} and {@code -}, 1 to 100 of them; those that
     * begin with {@code alacena-} are the library's own. Methods that name the same cache share its settings and, where their keys agree, its entries. Default: the simple name of the bean class,
     * a dot and the name of the method.
     */
    @Nonbinding
    String cache() default "";

    /**
     * Template of the key: literal text with parameters in braces, such as {@code "{userId}:days:{days}"}. A
     * placeholder is the name of a parameter (or its index, from 0) and may go on with properties: {@code
     * "{filter.status}"}. Names are those of the source; compile with {@code -parameters}. Values are escaped, so no
     * value can imitate the literal text or another value. Keys longer than 256 characters are kept as their SHA-256.
     */
    @Nonbinding
    String key() default "";

    /** Makes the key where a template cannot. Not together with {@link #key}. */
    @Nonbinding
    Class<? extends KeyGenerator> keyGenerator() default KeyGenerator.class;

    /**
     * Time to live of an entry, ISO-8601, at least one millisecond: {@code "PT5M"}. Default: {@code
     * alacena.defaults.ttl}, which is ten minutes.
     */
    @Nonbinding
    String ttl() default "";

    /**
     * Templates of the tags of an entry, such as {@code "user:{userId}"}. Tags belong to the application, not to one
     * cache: {@code @InvalidateCache(tags = …)} invalidates the entries of all caches that carry one of them.
     * Methods that share a key give its entry the same tags, since whoever fills it leaves its own.
     */
    @Nonbinding
    String[] tags() default {};

    /** Whether the near cache may answer. Default: {@code alacena.defaults.consistency}, which is {@code strict}. */
    @Nonbinding
    Consistency consistency() default Consistency.DEFAULT;
}
