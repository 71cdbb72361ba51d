package dev.alacena.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the parameters that make up the key of a method without a key template; unmarked ones are left out.
 *
 * <p>Leave out what does not change the answer (a tracing id, a clock). Never leave out what does, such as the caller's
 * identity. Refused at deployment on a method whose annotation has a template or a key generator, where it would have
 * no effect.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface CacheKey {}
