package dev.alacena.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what must never be in a cache: passwords and their hashes, tokens, personal data that a copy must not outlive.
 *
 * <p>On a type it stands for all values of the type and of its subtypes; on a field, a getter, a record component or a
 * parameter of a constructor for that member; on a parameter of a method for that argument.
 *
 * <ol>
 *   <li>Values: a deployment is refused in which a {@link Cached} or {@link UpdateCache} method can return something
 *       marked, however deep: in members, inherited ones too, elements, keys of maps, type arguments, and the subtypes
 *       that {@code @JsonSubTypes} or a {@code permits} clause name. The refusal names the paths, such as
 *       {@code User.credentials.passwordHash}. That JSON leaves a member out is no excuse.
 *   <li>Keys and tags: so is one in which a template reads something marked, or in which a key is made of parameters that
 *       are, or can hold, something marked.
 *   <li>Code: {@link Caches#get(String, Class, Class)} refuses such types of keys and values, and sessions refuse such data.
 *   <li>What only the call shows, an object of a marked subclass in a member of an innocent type or in a key of
 *       {@code Object}, is not stored; the call goes on.
 * </ol>
 *
 * <p>A {@link KeyGenerator} is code that nobody looks into: what it makes of its arguments is its own responsibility.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.FIELD, ElementType.METHOD, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
public @interface NeverCache {}
